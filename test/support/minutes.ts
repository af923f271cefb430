/** Minutes as people type them, in a notation for tests, and the register that they belong to. */
import type { ReadBlock, ReadParagraph, ReadRun } from '../../src/domain/read-document.ts';
import { datedMeeting } from '../../src/papers/meetings.ts';
import { understandMinutes, type ReadingOf } from '../../src/papers/minutes/read/understand.ts';
import type {
  UnderstoodAction,
  UnderstoodCase,
  UnderstoodMinutes,
} from '../../src/papers/minutes/read/understood.ts';
import { caseRow, meetings, registerOf } from './meetings.ts';

function runsOf(text: string): readonly ReadRun[] {
  return text
    .split('**')
    .map((part, index) => ({ text: part.replaceAll('⏎', '\n'), isBold: index % 2 === 1 }))
    .filter(({ text: part }) => part !== '');
}

function paragraphOf(line: string): ReadParagraph {
  const heading = /^(#+) (.*)$/u.exec(line);
  const item = /^\* (.*)$/u.exec(line);
  return {
    kind: 'paragraph',
    level: heading?.[1]?.length,
    isListItem: item !== null,
    runs: runsOf(heading?.[2] ?? item?.[1] ?? line),
  };
}

/** `# heading`, `* item`, `**bold**`, `| cell | cell |`, an empty line as an empty paragraph, `⏎` as a line break. */
function blocksOf(text: string): readonly ReadBlock[] {
  const blocks: ReadBlock[] = [];
  for (const line of text.split('\n')) {
    if (!line.startsWith('|')) {
      blocks.push(paragraphOf(line));
      continue;
    }
    const row = line
      .split('|')
      .slice(1, -1)
      .map((cell) => (cell.trim() === '' ? [] : [paragraphOf(cell.trim())]));
    const last = blocks.at(-1);
    if (last?.kind === 'table') blocks.splice(-1, 1, { ...last, rows: [...last.rows, row] });
    else blocks.push({ kind: 'table', rows: [row] });
  }
  return blocks;
}

const contacts = [
  { ID: 'K-2026-001', Navn: 'Kari Nordmann', Part: 'Bylivsenteret', Lister: 'Kvartalsmøte' },
  { ID: 'K-2026-002', Navn: 'Ola Hansen', Part: 'Distriktssenteret', Lister: 'Kvartalsmøte' },
  { ID: 'K-2026-003', Navn: 'Anne Berg', Part: 'Bylivsenteret', Organisasjon: 'Bylivsenteret' },
  { ID: 'K-2026-004', Navn: 'Anne Berg', Part: 'Distriktssenteret', Organisasjon: 'Distriktssenteret' },
];

const own = { Møte: 'A-2026-004' };

/** A meeting on 3 December 2026 with three cases; the next is on 11 March 2027. */
export const minutesTabs = {
  Aktiviteter: meetings,
  Kontakter: contacts,
  Saker: [
    caseRow(7, {
      ...own,
      Tittel: 'Nynorsk i utsendelser',
      Type: 'Vedtak',
      Saksnr: 'Sak 7/26',
      'Forslag til vedtak': 'Vi skriver nynorsk først.',
    }),
    caseRow(8, {
      ...own,
      Tittel: 'Tomme lokaler',
      Saksnr: 'Sak 8/26',
      Bakgrunn: 'Mange lokaler står tomme i sentrum.',
    }),
    caseRow(9, { ...own, Tittel: 'Program for 2027', Type: 'Orientering' }),
  ],
};

export function readingOf(tabs: Parameters<typeof registerOf>[0] = {}): ReadingOf {
  const register = registerOf({ ...minutesTabs, ...tabs });
  const meeting = datedMeeting(register, 'A-2026-004');
  if (meeting === undefined) throw new Error('no meeting');
  return { register, meeting, cases: register.cases.filter((one) => one.meeting === meeting.id) };
}

export const understood = (text: string, of: ReadingOf = readingOf()): UnderstoodMinutes =>
  understandMinutes(blocksOf(text), of);

/** What is written in the first case. */
export const inCase = (text: string): UnderstoodMinutes =>
  understood(`## Sak 7/26: Nynorsk i utsendelser\n${text}`);

/** Its text, who and when. */
export const actionOf = ({ text, responsible, deadline }: UnderstoodAction): string =>
  [
    text,
    responsible === undefined
      ? ''
      : responsible.ids.join('+') || (responsible.party ?? `«${responsible.text}»`),
    deadline === undefined ? '' : (deadline.day ?? `«${deadline.text}»`),
  ].join(' | ');

export function caseOf({ id, title, outcome, decision, discussion, actions }: UnderstoodCase): string {
  return [
    `${id ?? `ny: ${title}`} ${outcome ?? '–'}`,
    ...(discussion === undefined ? [] : [`N ${discussion}`]),
    ...(decision === undefined ? [] : [`V ${decision}`]),
    ...actions.map((action) => `T ${actionOf(action)}`),
  ].join('\n');
}

/** What was not understood. */
export const told = ({ unclear }: UnderstoodMinutes): readonly string[] =>
  unclear.map(
    ({ line, why, text, among }) =>
      `${String(line)} ${why}: ${text}${among === undefined || among.length === 0 ? '' : ` [${among.join('; ')}]`}`,
  );

/** What was understood. */
export const all = (minutes: UnderstoodMinutes): readonly string[] => [
  ...minutes.cases.map(caseOf),
  ...minutes.actions.map((action) => `T ${actionOf(action)}`),
];
