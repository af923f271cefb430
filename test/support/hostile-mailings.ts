/** Mailings of registers in which people have typed what could break out of a cell, in every cell that is sent. */
import fc from 'fast-check';
import { letterDesk, type LetterDesk } from '../../src/app/announce/letters.ts';
import { type MailingFile } from '../../src/app/mailings/mailing-files.ts';
import { makeMailing } from '../../src/app/announce/make-mailing.ts';
import { loadMailShell } from '../../src/app/papers/load-templates.ts';
import { mailingKinds, type MailingKind } from '../../src/domain/mailing-kind.ts';
import { norwegianStandards, type NorwegianStandard } from '../../src/domain/written-standard.ts';
import { audienceOf } from './audience.ts';
import { oneLine } from '../../src/render/safe/plain-text.ts';
import { anyCodeUnits } from './any-text.ts';
import { dateCell, nowAt } from './build-workbook.ts';
import {
  readySettings,
  recipientRow,
  registerWith,
  settingRow,
  textRow,
  webinarIn,
  webinarRow,
} from './webinars.ts';

const hostile = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    anyCodeUnits,
    fc.constantFrom(
      'x\r\nBcc: evil@z.no',
      '{{navn}} {{{x}}} {{> p}}',
      '<script>alert(1)</script><img src=x onerror=y>',
      '[a](javascript:alert(1)) ![b](https://evil.example/p.png)',
      'END:VEVENT\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:evil@z.no',
      '\u{202E}gnp.exe 👨‍👩‍👧‍👦',
      '=HYPERLINK("https://evil.example")',
      '=?UTF-8?B?QmNjOiBldmlsQHoubm8=?=',
      '"Kari" <evil@z.no>; a, b',
      '+47 22 00 00 00',
      '@navn',
      '../../x',
    ),
  )
  // A cell with nothing that can be seen is an empty one.
  .map((text) => (/[\p{L}\p{N}]/u.test(oneLine(text)) ? text : `x${text}`));

/** What is typed, by where. */
export const typedEverywhere = fc.record({
  ...{ title: hostile, ingress: hostile, body: hostile, benefit: hostile, place: hostile },
  ...{ name: hostile, audience: hostile, series: hostile, speaker: hostile, organisation: hostile },
  ...{ slot: hostile, example: hostile, municipality: hostile, next: hostile },
  ...{ sender: hostile, party: hostile },
  kind: fc.constantFrom(...mailingKinds),
});

export type TypedEverywhere = typeof typedEverywhere extends fc.Arbitrary<infer Typed> ? Typed : never;

const id = 'A-2027-001';
const now = nowAt('2027-01-07T09:00');

function registerOf(typed: TypedEverywhere): ReturnType<typeof registerWith> {
  const { title, ingress, body, benefit, audience, series, slot, speaker, organisation, next } = typed;
  const text = {
    ...{ Tittel: title, Ingress: ingress, Brødtekst: body, Utbytte: benefit },
    ...{ Målgruppe: audience, Serie: series },
  };
  const nextText = { Tittel: next };
  return registerWith(
    {
      Aktiviteter: [
        webinarRow(id, '2027-02-04T10:00', { Tittel: title, Sted: typed.place, Serie: 'Serien' }),
        webinarRow('A-2027-002', '2027-03-04T10:00', { Serie: 'Serien' }),
      ],
      Tekster: [
        textRow(1, id, 'bokmål', text),
        textRow(2, id, 'nynorsk', text),
        textRow(3, 'A-2027-002', 'bokmål', nextText),
        textRow(4, 'A-2027-002', 'nynorsk', nextText),
      ],
      Program: [
        {
          ...{ ID: 'P-2027-001', Aktivitet: id, Start: '10:00', Tittel: slot, 'Tittel nynorsk': slot },
          ...{ Innleder: speaker, Organisasjon: organisation, Status: 'Bekreftet' },
        },
      ],
      Forbilder: [
        {
          ...{ ID: 'F-2027-001', Tittel: typed.example, Kommune: typed.municipality, 'Brukt i': id },
          ...{ Lenke: 'https://felles.example/f', Samtykke: 'ja', 'Sist bekreftet': dateCell('2026-12-01') },
        },
      ],
      Mottakere: ['4601', '4640'].map((number) => recipientRow(number, { Navn: typed.name })),
      Oppsett: [
        ...readySettings,
        settingRow('Avsender, navn', typed.sender),
        settingRow('Bylivsenteret, fullt navn', typed.party),
      ],
    },
    now,
  );
}

let desks: Promise<Readonly<Record<NorwegianStandard, LetterDesk>>> | undefined;

/** With the real templates, which are read once. */
async function openDesks(): Promise<Readonly<Record<NorwegianStandard, LetterDesk>>> {
  const shell = await loadMailShell();
  const [nb, nn] = await Promise.all(
    norwegianStandards.map((standard) => letterDesk({ standard, isSample: false }, shell)),
  );
  if (nb === undefined || nn === undefined) throw new Error('no desks');
  return { nb, nn };
}

/** The files of the mailing, by name. */
export async function hostileMailing(typed: TypedEverywhere): Promise<readonly MailingFile[]> {
  desks ??= openDesks();
  const register = registerOf(typed);
  const kind: MailingKind = typed.kind;
  return makeMailing(
    {
      ...{ register, workbook: 'file', webinar: webinarIn(register, id), now, sequence: 3, overridden: [] },
      audience: audienceOf(register, { target: 'kommune:4601;4640' }),
      name: { activity: id, kind, offsetDays: kind === 'reminder' ? 7 : undefined },
      previous: kind === 'moved' ? { start: nowAt('2027-02-01T10:00') } : undefined,
    },
    { revision: 1, madeAt: '2027-01-07T08:00:00Z' },
    await desks,
  );
}
