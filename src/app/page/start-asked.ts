/** Starts the command that a form asks for: at once, as a look without what it writes, or what a look has shown. */
import { dirname } from 'node:path';
import type { Context } from 'hono';
import { UserError } from '../../domain/user-error.ts';
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import type { FormFault } from '../../language/page/doing-words.ts';
import { argvOf, formAddress } from './argv.ts';
import { flagsLeftOut, lookArgv } from './forms/looking.ts';
import type { PageParts } from './parts.ts';
import type { RunRequest, Runs } from './runs.ts';
import { dropUploads, filesIn, storeUpload } from './uploads.ts';

interface Starting extends Pick<PageParts, 'find' | 'disk'> {
  readonly runs: Pick<Runs, 'find' | 'start'>;
}

/** The fields of a form that hold text. */
export const textFields = (body: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );

/** The address of the page that a form stood on, never one elsewhere. */
export const ownAddress = (from: string): string => (/^\/n[bn]\//u.test(from) ? from : '/');

export async function startAsked(
  context: Context,
  standard: NorwegianStandard,
  parts: Starting,
): Promise<Response> {
  const form = await context.req.formData();
  const uploads: string[] = [];
  let isTaken = false;
  try {
    const request = form.has('after')
      ? seenIn(form, standard, parts)
      : await requestIn(form, standard, parts, uploads);
    if (request === undefined) return context.text('404', 404);
    if ('fault' in request) return context.redirect(`/${standard}/${request.address}`, 303);
    const started = parts.runs.start(request);
    isTaken = 'run' in started;
    const { id } = 'run' in started ? started.run : started.busy;
    return context.redirect(`/${standard}/run/${String(id)}${isTaken ? '' : '?busy'}`, 303);
  } finally {
    if (!isTaken) for (const folder of uploads) await dropUploads(folder);
  }
}

const textIn = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** What a look has shown, now with what it left out. */
function seenIn(form: FormData, standard: NorwegianStandard, { runs }: Starting): RunRequest | undefined {
  const seen = runs.find(Number(textIn(form, 'after')));
  if (seen?.whole === undefined) return undefined;
  return { standard, command: seen.command, argv: seen.whole, from: seen.from };
}

interface Refused {
  readonly fault: FormFault;
  /** The form again, as it was filled in, with the fault. */
  readonly address: string;
}

/** Notes in `uploads` the folders in which it has kept files. */
async function requestIn(
  form: FormData,
  standard: NorwegianStandard,
  { find, disk }: Starting,
  uploads: string[],
): Promise<RunRequest | Refused | undefined> {
  const name = textIn(form, 'command');
  const command = await find(name);
  if (command === undefined) return undefined;
  const fields = fieldsIn(form);
  const again = (fault: FormFault): Refused => ({ fault, address: addressAgain(name, fields, fault) });
  for (const flag of Object.keys(command.options)) {
    const [file] = filesIn(form, `file.${flag}`);
    if (file === undefined) continue;
    if ((fields[`flag.${flag}`] ?? '').trim() !== '') return again('file-or-address');
    const path = await storeUpload(disk.room, file);
    uploads.push(dirname(path));
    fields[`flag.${flag}`] = path;
  }
  try {
    const whole = argvOf(command.options, fields);
    const argv = form.has('look') ? lookArgv(name, whole, disk.room) : whole;
    return {
      ...{ standard, command: name, argv, from: ownAddress(textIn(form, 'from')) },
      ...(flagsLeftOut(whole, argv).length === 0 ? {} : { whole }),
    };
  } catch (error) {
    if (error instanceof UserError) return again('unknown');
    throw error;
  }
}

/** Those of a list, such as the formats, come one by one. */
function fieldsIn(form: FormData): Record<string, string> {
  const names = new Set([...form.keys()].filter((name) => name.startsWith('flag.')));
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      form
        .getAll(name)
        .filter((one) => typeof one === 'string')
        .join(','),
    ]),
  );
}

function addressAgain(command: string, fields: Readonly<Record<string, string>>, fault: FormFault): string {
  const flags = Object.entries(fields)
    .filter(([, value]) => value.trim() !== '')
    .map(([name, value]): [string, string] => [name.slice('flag.'.length), value]);
  return formAddress({ command, flags: { ...Object.fromEntries(flags), fault } });
}
