/** What a tick of a form will write, cell by cell, before anybody has pressed a button: by the same plans as the commands. */
import { UserError } from '../../../domain/user-error.ts';
import type { CellChange } from '../../../domain/workbook.ts';
import { doingWords } from '../../../language/page/doing-words.ts';
import { pageWords } from '../../../language/page/page-words.ts';
import { agenda } from '../../../papers/agenda/agenda.ts';
import { caseNumberChanges } from '../../../papers/agenda/case-numbers.ts';
import { meetingsOf, nextMeeting } from '../../../papers/meetings.ts';
import { planIds } from '../../../register/give-ids.ts';
import { tabs } from '../../../register/tabs.ts';
import { listRequest } from '../../mailings/mailing-folder.ts';
import { dueIn } from '../../register/due-findings.ts';
import { plannedRow } from '../../register/planned-cells.ts';
import { findingsChange } from '../../register/findings-change.ts';
import type { Scene } from '../screen.ts';

type Previewing = Pick<Scene, 'snapshot' | 'standard'>;
type Preview = (scene: Previewing) => readonly string[] | Promise<readonly string[]>;

/** So many cells are named; the others are counted. */
const MOST = 20;

const previews: Readonly<Record<string, Preview>> = {
  'check give-ids': (scene) =>
    cellLines(planIds(scene.snapshot.workbook, scene.snapshot.settings.now), scene),
  'check write': findingLines,
  'agenda number': (scene) => cellLines(numbersOfNext(scene), scene),
};

/** Empty where it writes nothing that can be known before it runs. */
export async function previewOf(
  command: string,
  flag: string,
  scene: Previewing,
): Promise<readonly string[]> {
  const key = `${command} ${flag}`;
  return Object.hasOwn(previews, key) ? ((await previews[key]?.(scene)) ?? []) : [];
}

/** `Tiltak, rad 12, ID: T-2026-014` */
function cellLines(
  changes: readonly CellChange[] | undefined,
  { snapshot, standard }: Previewing,
): readonly string[] {
  const words = doingWords[standard];
  if (changes === undefined) return [];
  if (changes.length === 0) return [words.writesNoCell];
  const lines = changes.slice(0, MOST).map((change): string => {
    const row = plannedRow(change, snapshot.reading.register);
    const place = row === undefined ? change.tab : pageWords[standard].today.row(change.tab, row);
    return `${place}, ${change.column}: ${typeof change.becomes === 'string' ? change.becomes : ''}`;
  });
  const more = changes.length - lines.length;
  return more === 0 ? lines : [...lines, pageWords[standard].run.moreCells(more)];
}

/** Only the next meeting gets numbers, whichever is chosen. Undefined where the command will say why it gives none. */
function numbersOfNext({ snapshot: { reading, settings } }: Previewing): readonly CellChange[] | undefined {
  const { register } = reading;
  const next = nextMeeting(meetingsOf(register), settings.now);
  if (next === undefined || (register.tabs.cases?.refused.size ?? 0) > 0) return undefined;
  try {
    return caseNumberChanges(register, agenda(register, { meeting: next.id }, settings.now));
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** How many rows of Kontroll there will be, and how many go. */
async function findingLines({ snapshot, standard }: Previewing): Promise<readonly string[]> {
  const { reading, settings } = snapshot;
  const { findings } = reading.register.tabs;
  const due = dueIn(reading, settings.now, await listRequest(settings)) ?? [];
  const { rows } = findingsChange(reading, standard, settings.now, due);
  return [
    doingWords[standard].findings(findings?.name ?? tabs.findings.name, rows.length, findings?.count ?? 0),
  ];
}
