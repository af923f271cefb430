import fc from 'fast-check';
import ICAL from 'ical.js';
import createReader from 'markdown-it';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { letterDesk, type LetterDesk } from '../../src/app/announce/letters.ts';
import { makeMailing, sha256, type MailingFile } from '../../src/app/announce/make-mailing.ts';
import { loadMailShell } from '../../src/app/load-templates.ts';
import { readMailing } from '../../src/delivery/mailing.ts';
import type { NorwegianStandard } from '../../src/domain/written-standard.ts';
import { audienceOf } from '../../src/papers/announcement/recipients.ts';
import { webinarsOf } from '../../src/papers/announcement/webinars.ts';
import type { Register } from '../../src/register/register.ts';
import { anyCodeUnits } from '../support/any-text.ts';
import { nowAt } from '../support/build-workbook.ts';
import { readySettings, recipientRow, registerWith, textRow, webinarRow } from '../support/webinars.ts';

let desks: Readonly<Record<NorwegianStandard, LetterDesk>>;
beforeAll(async () => {
  const shell = await loadMailShell();
  desks = { nb: await letterDesk('nb', shell), nn: await letterDesk('nn', shell) };
});

const now = nowAt('2027-01-07T09:00');

function filesOf(register: Register): Promise<readonly MailingFile[]> {
  const [webinar] = webinarsOf(register);
  if (webinar === undefined) throw new Error('no webinar');
  const audience = audienceOf(register, { target: 'kommune:4601;4640' });
  return makeMailing(
    {
      ...{
        register,
        workbook: 'file',
        webinar,
        audience,
        now,
        sequence: 0,
        previous: undefined,
        overridden: [],
      },
      name: { activity: webinar.id, kind: 'announcement' },
    },
    { revision: 1, madeAt: '2027-01-07T08:00:00Z' },
    desks,
  );
}

const hostile = fc.oneof(
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
    '../../x',
  ),
);

/** A cell that is not empty. */
const typedText = hostile.map((text) => `Å ${text}`);
const typedCells = {
  ...{ title: typedText, ingress: typedText, body: typedText, benefit: typedText, place: typedText },
  ...{ name: typedText, audience: typedText, series: typedText, speaker: typedText },
};

/** Knows all that a program of somebody else may know, raw HTML included. */
const anyMarkdown = createReader({ html: true });

describe('a mailing of whatever people type in every cell', () => {
  it('is one message to one recipient with one event, and nothing that runs or is fetched', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(typedCells), async (typed) => {
        const { title, ingress, body, benefit, place, name, audience, series, speaker } = typed;
        const cells = {
          Tittel: title,
          Ingress: ingress,
          Brødtekst: body,
          Utbytte: benefit,
          Målgruppe: audience,
          Serie: series,
        };
        const register = registerWith(
          {
            Aktiviteter: [webinarRow('A-2027-001', '2027-02-04T10:00', { Sted: place, Serie: series })],
            Tekster: [textRow(1, 'A-2027-001', 'bokmål', cells), textRow(2, 'A-2027-001', 'nynorsk', cells)],
            Program: [
              {
                ...{
                  ID: 'P-2027-001',
                  Aktivitet: 'A-2027-001',
                  Start: '10:00',
                  Tittel: title,
                  'Tittel nynorsk': title,
                },
                ...{ Innleder: speaker, Organisasjon: name, Status: 'Bekreftet' },
              },
            ],
            Mottakere: [recipientRow('4601', { Navn: name }), recipientRow('4640', { Navn: name })],
            Oppsett: readySettings,
          },
          now,
        );
        const files = await filesOf(register);
        const text = (file: string): string =>
          new TextDecoder().decode(files.find((one) => one.name === file)?.bytes);
        const read = readMailing(text('mailing.json'), sha256);
        if ('fault' in read) throw new Error(read.fault);
        for (const { standard } of read.mailing.letters) {
          const mail = await PostalMime.parse(text(`preview.${standard}.eml`));
          const own = read.mailing.recipients.filter((one) => one.standard === standard);
          expect(mail.to?.map(({ address }) => address)).toEqual(
            own.slice(0, 1).map(({ address }) => address),
          );
          expect([mail.cc, mail.bcc]).toEqual([undefined, undefined]);
          expect(mail.text?.trimEnd()).toBe(text(`message.${standard}.txt`).trimEnd());
          for (const html of [mail.html ?? '', text(`web.${standard}.html`)])
            expect(html).not.toMatch(/<(?:script|img)\b|href="javascript/iu);
          const tokens = anyMarkdown.parse(text(`web.${standard}.md`), {});
          const types = tokens.flatMap((token) => [
            token.type,
            ...(token.children ?? []).map((one) => one.type),
          ]);
          expect(types.filter((type) => /html|image|code|fence/u.test(type))).toEqual([]);
          for (const { content } of mail.attachments) {
            const ics = typeof content === 'string' ? content : new TextDecoder().decode(content);
            expect(ICAL.Component.fromString(ics).getAllSubcomponents('vevent')).toHaveLength(1);
          }
        }
        expect(
          files.map((one) => one.name).filter((file) => !/^[a-z]+(?:\.n[bn])?\.[a-z]+$/u.test(file)),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
