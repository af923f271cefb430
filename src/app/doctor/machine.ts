/** What the doctor checks on the machine: Node, the templates, and the folder for papers. */
import { msg } from '../../domain/msg.ts';
import { inFew } from '../../domain/few.ts';
import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { formatTemplateFault, isUnknown } from '../../render/templates/fault.ts';
import type { loadTemplate } from '../papers/load-templates.ts';
import { templateFaults } from '../papers/template-faults.ts';
import { shownPath, type Settings } from '../settings/settings.ts';
import { fault, ok, type Finding } from './finding.ts';

const oldestNode = [20, 19] as const;

/** `version` as `process.versions.node` has it: `20.19.0`. */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
  return isOld
    ? fault(
        'Node',
        msg`This is Node ${version}.`,
        msg`Felles needs Node ${oldestNode.join('.')} or later: nodejs.org.`,
      )
    : ok('Node', version);
}

const checkThem = (): string => msg`Run «npm run check-templates». It names each line and field.`;

const asksInVain = (count: number, files: string): string =>
  count === 1 ? msg`${files} asks for what is not there.` : msg`${files} ask for what is not there.`;

/** Whether every template of every paper uses only existing fields. */
export async function checkTemplates(load?: typeof loadTemplate): Promise<Finding> {
  const checked = await templateFaults(load);
  const faulty = checked.filter(({ faults }) => faults.length > 0);
  const twice = faulty.flatMap(({ faults }) => faults.find(({ code }) => code === 'two-versions') ?? []);
  if (twice.length > 0) {
    const lines = new Set(twice.map((met) => formatTemplateFault(met)));
    return fault(msg`templates`, [...lines].join(' '), checkThem());
  }
  const files = inFew(faulty.map(({ file }) => file));
  return faulty.length === 0
    ? ok(msg`templates`, msg`${checked.length} templates, all in order`)
    : fault(
        msg`templates`,
        faulty.every(({ faults }) => faults.every(isUnknown))
          ? asksInVain(faulty.length, files)
          : msg`Faults in ${files}.`,
        checkThem(),
      );
}

/** Whether papers can be written, by the nearest existing folder. */
export async function checkOut(settings: Settings): Promise<Finding> {
  const shown = shownPath(settings, settings.out);
  let folder = settings.out;
  for (;;) {
    try {
      const found = await stat(folder);
      if (!found.isDirectory()) return blocked(shown, msg`${folder} is a file.`);
      await access(folder, constants.W_OK);
      return ok(msg`papers`, msg`are written to ${shown}`);
    } catch (error) {
      const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!isMissing || dirname(folder) === folder) return blocked(shown, msg`You may not write there.`);
      folder = dirname(folder);
    }
  }
}

const blocked = (shown: string, why: string): Finding =>
  fault(
    msg`papers`,
    msg`No papers can be written to ${shown}: ${why}`,
    msg`Name another folder with --out or FELLES_OUT.`,
  );
