import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differencesBetween, type Facts } from '../../../src/domain/statement.ts';
import { saidFacts } from '../../../src/papers/announcement/said.ts';
import { webinarEntries } from '../../../src/papers/due/webinars.ts';
import { webinarFacts } from '../../../src/papers/record/webinar-facts.ts';
import { statementCells, statementHeadings } from '../../../src/register/statement-rows.ts';
import { dateCell, nowAt, type RowInput } from '../../support/build-workbook.ts';
import { share } from '../../support/campaign.ts';
import {
  eventRow,
  here,
  recipientRow,
  registerWith,
  textRow,
  webinarIn,
  webinarRow,
} from '../../support/webinars.ts';

const id = 'A-2026-031';
const now = nowAt('2026-11-23T12:00');
const people = ['4601', '4640', '1111'].map((number) => ({ number, address: `post@nr${number}.example` }));

/** What can be typed in a row, and mailings that reach some of the people. */
const step = fc.oneof(
  fc.record({ cell: fc.constant('Sted'), value: fc.constantFrom('Biblioteket', 'Kulturhuset', null) }),
  fc.record({ cell: fc.constant('Lenke'), value: fc.constantFrom('https://a.example', 'https://b.example') }),
  fc.record({ cell: fc.constant('Påmelding'), value: fc.constantFrom('https://p.example', null) }),
  fc.record({
    cell: fc.constant('Start'),
    value: fc.constantFrom('2026-12-15T10:00', '2026-12-17T10:00', ''),
  }),
  fc.record({ cell: fc.constant('Status'), value: fc.constantFrom('Bekreftet', 'Avlyst', 'Idé') }),
  fc.record({ title: fc.constantFrom('Medvirkning', 'Byrom') }),
  fc.record({ speaker: fc.constantFrom('Kari Berg', 'Ola Dal') }),
  fc.record({
    kind: fc.constantFrom('announcement', 'moved', 'correction', 'cancelled'),
    to: fc.subarray(people, { minLength: 1 }),
  }),
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

interface World {
  readonly row: RowInput;
  readonly title: string;
  readonly speaker: string;
  readonly ledger: readonly RowInput[];
  readonly record: readonly RowInput[];
  readonly newest: ReadonlyMap<string, Facts>;
}

const registerOf = ({ row, title, speaker, ledger, record }: World): ReturnType<typeof registerWith> =>
  registerWith({
    Aktiviteter: [row],
    Tekster: [textRow(1, id, 'bokmål', { Tittel: title }), textRow(2, id, 'nynorsk', { Tittel: title })],
    Program: [{ ID: 'P-2026-001', Aktivitet: id, Tittel: 'Innslag', Innleder: speaker, Status: 'Bekreftet' }],
    Mottakere: people.map(({ number, address }) => recipientRow(number, { 'E-post': address })),
    Utsendelser: ledger,
    Formidlet: record,
  });

function after(world: World, one: Step, index: number): World {
  if ('title' in one) return { ...world, title: one.title };
  if ('speaker' in one) return { ...world, speaker: one.speaker };
  if ('cell' in one) {
    const value = one.cell === 'Start' ? startCell(one.value) : one.value;
    return { ...world, row: { ...world.row, [one.cell]: value } };
  }
  const { row } = world;
  const isOff = row['Status'] === 'Avlyst';
  // Nothing is sent of an idea, of a webinar without a time, or against its status.
  if (row['Status'] === 'Idé' || row['Start'] === null || isOff !== (one.kind === 'cancelled')) return world;
  const register = registerOf(world);
  const kind = one.kind;
  const facts = saidFacts(register, { webinar: webinarIn(register, id), kind, standards: ['nb', 'nn'] }, now);
  const mailing = `${id}.${kind}.r${String(index + 1)}`;
  const at = `2026-11-20T09:00:${String(index).padStart(2, '0')}Z`;
  return {
    ...world,
    ledger: [
      ...world.ledger,
      ...one.to.map(({ address }) => eventRow(mailing, address, 'sendt', { 'tid UTC': at })),
    ],
    record: [
      ...world.record,
      statementCells({ kind, about: id, what: mailing, saidAt: at, facts }, statementHeadings),
    ],
    newest: new Map([...world.newest, ...one.to.map(({ address }) => [address, facts] as const)]),
  };
}

const startCell = (value: string): RowInput[string] => (value === '' ? null : dateCell(value));

it('nobody has a newest mail that is not so any more without an entry in the list', () => {
  const first: World = {
    ...{
      row: webinarRow(id, '2026-12-15T10:00', { Slutt: null }),
      title: 'Medvirkning',
      speaker: 'Kari Berg',
    },
    ...{ ledger: [], record: [], newest: new Map() },
  };
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 14 }), (steps) => {
      const world = steps.reduce(after, first);
      const register = registerOf(world);
      const is = webinarFacts(register, id);
      // When it is off, nobody needs to know when it is not held.
      const [row] = register.activities;
      const isKnown = row?.status !== 'idea' && row?.start !== undefined;
      // Nor is there anything to say yet of what is on again without a time.
      const isSettled = (facts: Facts): boolean =>
        facts.state === 'cancelled' && (is?.state === 'cancelled' || !isKnown);
      const wrong = [...world.newest.values()].filter(
        (facts) => !isSettled(facts) && differencesBetween(facts, is).length > 0,
      );
      const entries = webinarEntries({ register, now, ...here() });
      const outdated = entries.filter(({ state }) => state === 'outdated');
      expect(outdated.length > 0 || wrong.length === 0, JSON.stringify(entries)).toBe(true);
      if (isKnown) expect(outdated.reduce((sum, { holders = 0 }) => sum + holders, 0)).toBe(wrong.length);
    }),
    { numRuns: share(60, 1000) },
  );
});
