/** Minutes on Drive: made once, whatever goes wrong on the way, and never replaced. */
import { beforeEach, describe, expect, it } from 'vitest';
import { fetchDocument } from '../../../src/app/minutes/fetch-document.ts';
import { publishMinutes, type DraftToPublish, type Published } from '../../../src/app/minutes/publish.ts';
import { addMinutes, wallTimeAt } from '../../../src/domain/time.ts';
import type { UserError } from '../../../src/domain/user-error.ts';
import type { Fault } from '../../support/google/faults.ts';
import { folderType, type DriveItem } from '../../support/google/model/drive.ts';
import { googleSetupForEach, userErrorOf } from '../../google/connecting.ts';

const setup = googleSetupForEach();
const docx = Buffer.from('PK, the draft');
const typed = Buffer.from('PK, the draft, and what people wrote');

const onCreate = ({ path }: { path: string }): boolean => path.startsWith('/upload/');
const onSearch = ({ path }: { path: string }): boolean => path === '/drive/v3/files';
const documents = (): readonly DriveItem[] =>
  [...setup.google.drive.items.values()].filter(({ mimeType }) => mimeType !== folderType);
const told = ({ message, advice }: UserError): string => `${message} ${advice}`;

let folder = '';
beforeEach(() => {
  folder = setup.google.drive.addFolder();
});
const publish = async (more: Partial<DraftToPublish> = {}): Promise<Published> => {
  const client = await setup.connectDrive();
  const draft = { meeting: 'A-2026-017', workbook: '1Register', name: 'Referat', docx, kept: undefined };
  return publishMinutes(
    { ...draft, folder: `https://drive.google.com/drive/folders/${folder}`, ...more },
    client,
  );
};

describe('a draft that is published', () => {
  it('is made once, found again after people have written in it, and left as it is', async () => {
    const first = await publish();
    expect(first).toMatchObject({ isNew: true, name: 'Referat', madeFor: 'A-2026-017', others: [] });
    const [made] = documents();
    setup.google.drive.type(made!.id, typed, 'ola@example.no');
    made!.name = 'Referat, endelig';
    const again = await publish();
    expect(again).toEqual({ ...first, name: 'Referat, endelig', isNew: false });
    expect(documents()).toHaveLength(1);
    expect(made!.bytes).toEqual(typed);
  });

  it('is found by the link in the cell, without the folder', async () => {
    const { link } = await publish();
    expect(
      await publish({ kept: link, folder: '1GoneGoneGoneGoneGoneGone', workbook: 'other' }),
    ).toMatchObject({
      link,
      isNew: false,
      madeFor: 'A-2026-017',
    });
    expect(documents()).toHaveLength(1);
  });

  it('is not taken for the document of a meeting that links to it, unless it was made for it', async () => {
    const { link } = await publish();
    const madeFor = async (kept: string): Promise<unknown> =>
      (await publish({ kept, meeting: 'A-2026-018' })).madeFor;
    expect(await madeFor(link)).toBe('A-2026-017');
    const id = setup.google.drive.add({ name: 'Budsjett' });
    expect(await madeFor(`https://docs.google.com/document/d/${id}/edit`)).toBeUndefined();
    expect(documents()).toHaveLength(2);
  });

  it('belongs to one meeting of one register', async () => {
    await publish();
    await publish({ meeting: 'A-2026-018' });
    await publish({ workbook: '1Another' });
    await publish({ workbook: 'file' });
    expect(documents()).toHaveLength(4);
    expect((await publish({ workbook: 'file' })).isNew).toBe(false);
  });

  it.each<readonly [string, Fault]>([
    ['500', { status: 500 }],
    ['503', { status: 503, headers: { 'Retry-After': '2' } }],
    ['504', { status: 504 }],
    ['an answer that is cut off', { breaks: 'cut' }],
    ['an answer that says nothing', { status: 200, body: {} }],
    ['a broken connection', { breaks: 'reset' }],
  ])('is found where it was made in spite of %s, also before the index has it', async (_name, fault) => {
    setup.google.drive.lag = { byMarks: 9, byFolder: 2 };
    setup.google.fault(onCreate, { ...fault, applied: true });
    const { link } = await publish();
    expect(documents().map(({ id }) => link.includes(id))).toEqual([true]);
    expect(setup.google.requests.filter(onCreate)).toHaveLength(1);
    expect(setup.environment.said).toEqual([
      expect.stringMatching(/, and the document may have been made; looking for it in \d+ s \(1 of 5\)\.$/u),
      expect.stringMatching(/\(2 of 5\)/u),
      expect.stringMatching(/\(3 of 5\)/u),
    ]);
  });

  it.each([500, 503])('is made again after %i, when it is not to be found for long', async (status) => {
    setup.google.fault(onCreate, { status });
    expect(await publish()).toMatchObject({ isNew: true });
    expect(documents()).toHaveLength(1);
    expect(setup.environment.slept.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(60_000);
  });

  it.each<readonly [string, Fault, number]>([
    ['no answer', { breaks: 'reset' }, 1],
    ['504', { status: 504 }, 1],
    ['500 twice', { status: 500, times: 2 }, 2],
  ])('is said to be uncertain after %s, and the next run makes it', async (_name, fault, tries) => {
    setup.google.fault(onCreate, fault);
    expect(told(await userErrorOf(publish()))).toMatch(
      /not known whether «Referat» was made.*https:\/\/drive\.google\.com\/drive\/folders\/.*again in some minutes/u,
    );
    expect(setup.google.requests.filter(onCreate)).toHaveLength(tries);
    expect(documents()).toEqual([]);
    expect(await publish()).toMatchObject({ isNew: true });
  });

  it('is said to be uncertain where it cannot even be looked for', async () => {
    await publish({ meeting: 'A-2026-016' });
    let searches = 0;
    setup.google.fault(onCreate, { status: 500, applied: true });
    setup.google.fault((request) => onSearch(request) && ++searches > 2, {
      status: 403,
      body: { error: { code: 403, message: 'No.', errors: [{ reason: 'domainPolicy' }] } },
    });
    expect(told(await userErrorOf(publish()))).toMatch(
      /does not allow.*not known whether «Referat» was made/u,
    );
  });

  it('waits while Google is busy, and then makes it', async () => {
    setup.google.fault(onCreate, { status: 429, headers: { 'Retry-After': '20' }, times: 2 });
    expect(await publish()).toMatchObject({ isNew: true });
    expect(documents()).toHaveLength(1);
    expect(setup.environment.slept.every((each) => each >= 20_000)).toBe(true);
  });

  it('is the oldest of those that two machines made, and the others are told of', async () => {
    await publish({ meeting: 'A-2026-016' });
    const marks = { fellesMeeting: 'A-2026-017', fellesWorkbook: '1Register' };
    setup.google.between(({ path }, moment) => {
      if (moment !== 'before' || !path.startsWith('/upload/')) return;
      setup.google.drive.add({ folder, appProperties: marks, everybody: 'writer' });
      setup.environment.time += 1000;
    });
    const { link, isNew, others } = await publish();
    const [rival, own] = documents().slice(1);
    expect(isNew).toBe(false);
    expect(link).toContain(rival!.id);
    expect(others).toEqual([expect.stringContaining(own!.id)]);
    expect((await publish()).link).toBe(link);
  });

  it('counts as made though the search for others fails', async () => {
    let searches = 0;
    setup.google.fault((request) => onSearch(request) && ++searches > 2, { status: 403, body: {} });
    expect(await publish()).toMatchObject({ isNew: true });
  });
});

describe('no draft is published', () => {
  it.each<readonly [string, () => Partial<DraftToPublish>, RegExp]>([
    [
      'over a link of another kind',
      () => ({ kept: 'https://arkiv.example.no/referat/17' }),
      /«Referat» of A-2026-017 holds a link already: https:\/\/arkiv.*empty the cell «Referat»/u,
    ],
    [
      'over a document in the bin',
      () => {
        const id = setup.google.drive.add({ name: 'Referat' });
        setup.google.drive.item(id).isTrashed = true;
        return { kept: `https://docs.google.com/document/d/${id}/edit` };
      },
      /«Referat», which «Referat» of A-2026-017 links to, is in the bin.*Restore it/u,
    ],
    [
      'over a document that is gone',
      () => ({ kept: 'https://docs.google.com/document/d/1GoneGoneGoneGoneGone/edit' }),
      /no document with the ID 1Gone/u,
    ],
    [
      'in what is no folder',
      () => ({ folder: setup.google.drive.add({ name: 'Notat' }) }),
      /«Notat» is not a folder/u,
    ],
    [
      'in a folder in the bin',
      () => {
        const id = setup.google.drive.addFolder({ name: 'Gammel' });
        setup.google.drive.item(id).isTrashed = true;
        return { folder: id };
      },
      /«Gammel» is in the bin/u,
    ],
    ['in what is no address', () => ({ folder: 'Referater' }), /neither the id nor the address of a folder/u],
  ])('%s', async (_name, given, said) => {
    const before = given();
    expect(told(await userErrorOf(publish(before)))).toMatch(said);
    expect(setup.google.requests.filter(onCreate)).toEqual([]);
  });
});

describe('a document that is fetched', () => {
  const fetch = async (id: string, minutes: number) => {
    const client = await setup.connectDrive();
    return fetchDocument(
      `https://docs.google.com/document/d/${id}/edit`,
      client,
      addMinutes(wallTimeAt(new Date(setup.environment.time)), minutes),
    );
  };

  it('tells who may still be writing in it', async () => {
    const id = setup.google.drive.add({ name: 'Referat' });
    setup.google.drive.type(id, typed, 'ola@example.no');
    const fetched = await fetch(id, 4);
    expect(Buffer.from(fetched.docx)).toEqual(typed);
    expect(fetched).toMatchObject({ name: 'Referat', lately: { minutes: 4, by: 'ola' } });
    expect((await fetch(id, 10)).lately).toBeUndefined();
    setup.google.drive.type(id, typed);
    expect((await fetch(id, -1)).lately).toEqual({ minutes: 0, by: undefined });
  });

  it('is none in the bin', async () => {
    const id = setup.google.drive.add({ name: 'Referat' });
    setup.google.drive.item(id).isTrashed = true;
    expect(told(await userErrorOf(fetch(id, 0)))).toMatch(/«Referat» is in the bin/u);
  });
});
