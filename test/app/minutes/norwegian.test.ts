import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { speakNorwegian } from '../../../src/app/cli/speech.ts';
import { minutesPaper } from '../../../src/app/papers/definitions/minutes.ts';
import { speak } from '../../../src/domain/msg.ts';
import { norwegianStandards, type NorwegianStandard } from '../../../src/domain/written-standard.ts';
import { docxOf, paragraph, run, table } from '../../support/documents.ts';
import { makeFilledWorld, type TestWorld } from '../../support/world.ts';

/** The sample register as it is made on 23 November 2026; its next meeting is on 3 December. */
let world: TestWorld;
beforeEach(async () => {
  world = await makeFilledWorld();
});
afterEach(async () => {
  speak();
  await world.remove();
});

const heading = (text: string): string => paragraph(text, '<w:pStyle w:val="Overskrift2"/>');
const lines = (...texts: readonly string[]): string => texts.map((text) => paragraph(text)).join('');
const rows = (...cells: readonly (readonly string[])[]): string =>
  table(...cells.map((row) => row.map((text) => paragraph(text))));

/** Minutes as people write them, with something for nearly every reason why a line is not understood. */
const minutes = [
  heading('Referat fra kvartalsmøtet'),
  lines('Referanse: A-2026-004', 'Sted: Månen', 'Referent: Kari Olsen', 'Husk kake'),
  heading('Til stede'),
  rows(['Til stede', 'Navn'], ['?', 'Fagsjef'], ['x', 'Seksjonssjef'], ['x', 'Ola Utenfor']),
  heading('Godkjenning av innkalling og saksliste'),
  lines('Notat: Ingen merknader, men vi bør begynne tidligere.'),
  heading('Samtykke fra kommunene i forbildekatalogen'),
  lines('Vi snakket om dette.', 'Vedtak: Vi ringer de tre siste.', '', 'Det tar tid.'),
  rows(
    ['Tiltak', 'Ansvarlig', 'Frist', 'Farge'],
    ['Ringe Vang', 'Fagsjef', 'innen neste møte', 'rød'],
    ['Ringe Lom', 'Fagsjef', 'når vi rekker det', ''],
    ['Ringe Voss', 'Fagsjefen i Oslo', '1/2', ''],
  ),
  heading('Fylkesdialogen i Vestland og Nordland'),
  lines('Notat: Saken ble kanskje utsatt. Vi ble enige om å lage en plan.', 'Status: Ferdig snart'),
  heading('Sak 99/26: Noe annet'),
  lines('Vedtak: Ja.'),
  heading('Sak: Ny logo'),
  lines('Vedtak: Som foreslått.', 'Tiltak: Tegne logo. Frist: fortløpende', 'Frist: 1. mars 2027'),
  heading('Oppfølging av tiltak'),
  rows(['Tiltak', 'Ansvarlig', 'Frist', 'Status'], ['Noe nytt', 'Fagsjef', '', '☒ Utført']),
  heading('Eventuelt'),
  lines('Vi pratet om været.'),
  heading('Neste møte'),
  lines('1. april 2027 på Månen'),
  paragraph(run('strøket', '<w:strike/>') + run('skjult', '<w:vanish/>')),
].join('');

const head = heading('Referat fra kvartalsmøtet') + lines('Referanse: A-2026-004');
const cases = (decision: string): string =>
  [
    heading('Samtykke fra kommunene i forbildekatalogen'),
    lines(`Vedtak: ${decision}`, 'Status: Behandlet'),
    heading('Fylkesdialogen i Vestland og Nordland'),
    lines('Status: Utsatt'),
  ].join('');

/** What is said by runs that speak so. */
function runsIn(standard: NorwegianStandard): (...argv: readonly string[]) => Promise<string> {
  speakNorwegian(standard);
  return async (...argv) =>
    (await world.run(minutesPaper, [...argv, '--now', '2026-12-14T09:00'])).stderr.replaceAll('\u00A0', ' ');
}

async function read(standard: NorwegianStandard, body: string, ...flags: readonly string[]): Promise<string> {
  await writeFile(join(world.folder, 'referat.docx'), docxOf(body));
  return runsIn(standard)('--read', 'referat.docx', ...flags);
}

describe.each(norwegianStandards)('reading minutes back in %s', (standard) => {
  it('says what is understood and what is not', async () => {
    const said = await read(standard, minutes);
    await expect(said).toMatchFileSnapshot(`../../golden/said/minutes-read.${standard}.txt`);
  });

  it('says what the register has otherwise, what is new, and what is not written', async () => {
    const first = [
      [head, cases('Vi ringer de tre siste.'), heading('Sak: Ny logo'), lines('Vedtak: Ja.')],
      [head, cases('Vi ringer ingen.'), heading('Sak: Logo til alle'), lines('Vedtak: Kanskje.')],
    ].map((parts) => parts.join(''));
    const said = [
      await read(standard, first[0] ?? '', '--write'),
      await read(standard, first[1] ?? '', '--write'),
      await read(
        standard,
        [head, heading('Samtykke fra kommunene i forbildekatalogen'), lines('Notat: Nei.')].join(''),
      ),
      await read(standard, first[1] ?? '', '--meeting', 'A-2026-003'),
    ];
    await expect(said.join('\n').replaceAll(world.folder, '…')).toMatchFileSnapshot(
      `../../golden/said/minutes-read-again.${standard}.txt`,
    );
  });

  it('says what final minutes have, and why they are not made', async () => {
    const run = runsIn(standard);
    const said = [
      await run('--final', '--meeting', 'A-2026-003'),
      await run('--final', '--meeting', 'A-2026-003'),
      await run('--final', '--meeting', 'next'),
      await run('--publish', '--meeting', 'next'),
      await run('--meeting', 'A-2026-004'),
    ];
    await expect(said.join('\n').replaceAll(world.folder, '…')).toMatchFileSnapshot(
      `../../golden/said/minutes-final.${standard}.txt`,
    );
  });

  it.each([
    ['pdf', '%PDF-1.7\n'],
    ['text', 'Referat'],
    ['empty', ''],
  ])('says what a file is that is none: %s', async (_, bytes) => {
    const run = runsIn(standard);
    await writeFile(join(world.folder, 'referat.docx'), bytes);
    const said = await run('--read', 'referat.docx');
    expect(said).not.toMatch(/\b(?:the|is|and|not)\b/u);
    expect(said).toMatch(standard === 'nb' ? /^Filen er /u : /^Fila er /u);
  });
});
