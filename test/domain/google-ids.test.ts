import { describe, expect, it } from 'vitest';
import { parseDocumentId, parseFolderId, parseSpreadsheetId } from '../../src/domain/google-ids.ts';
import { UserError } from '../../src/domain/user-error.ts';

const id = '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789_-AbCdE';

describe('a Google Sheet is named by', () => {
  it.each([
    id,
    ` ${id}\n`,
    `https://docs.google.com/spreadsheets/d/${id}`,
    `https://docs.google.com/spreadsheets/d/${id}/`,
    `https://docs.google.com/spreadsheets/d/${id}/edit#gid=0`,
    `https://docs.google.com/spreadsheets/d/${id}/edit?gid=12#gid=12`,
    `https://docs.google.com/spreadsheets/d/${id}/edit?usp=sharing`,
    `https://docs.google.com/spreadsheets/d/${id}/edit?usp=drive_link&ouid=1&rtpof=true&sd=true`,
    `https://docs.google.com/spreadsheets/u/0/d/${id}/edit`,
    `https://docs.google.com/spreadsheets/u/11/d/${id}/htmlview`,
    `https://docs.google.com/a/distriktssenteret.no/spreadsheets/d/${id}/edit`,
    `http://docs.google.com/spreadsheets/d/${id}/copy`,
    `docs.google.com/spreadsheets/d/${id}/edit`,
    `HTTPS://DOCS.GOOGLE.COM/spreadsheets/d/${id}/edit`,
    `<https://docs.google.com/spreadsheets/d/${id}/edit>`,
    `"https://docs.google.com/spreadsheets/d/${id}/edit"`,
    `https://drive.google.com/open?id=${id}`,
    `https://spreadsheets.google.com/spreadsheets/ccc?key=${id}`,
  ])('%s', (text) => {
    expect(parseSpreadsheetId(text)).toBe(id);
  });
});

describe('no Google Sheet is named by', () => {
  it.each([
    [`https://drive.google.com/drive/folders/${id}`, /a folder/u],
    [`https://drive.google.com/drive/u/0/folders/${id}?usp=sharing`, /a folder/u],
    [`https://docs.google.com/spreadsheets/d/e/2PACX-1vQabcdefghijklmnopq/pubhtml`, /published/u],
    [`https://docs.google.com/spreadsheets/u/1/d/e/2PACX-1vQabcdefghijklmnopq/pub?output=csv`, /published/u],
    [`https://docs.google.com/document/d/${id}/edit`, /a Google document/u],
    [`https://docs.google.com/a/nal.no/presentation/d/${id}/edit`, /a Google presentation/u],
    [`https://docs.google.com/forms/d/e/1FAIpQLSabcdefghijklmnop/viewform`, /a Google form/u],
    [`https://drive.google.com/file/d/${id}/view`, /an Excel file/u],
    ['https://docs.google.com/spreadsheets/u/0/', /not the address of a Google Sheet/u],
    ['https://docs.google.com/spreadsheets/d/kort/edit', /not the address of a Google Sheet/u],
    [`https://docs.google.com.evil.example/spreadsheets/d/${id}/edit`, /neither the id nor the address/u],
    [`https://example.com/spreadsheets/d/${id}`, /neither the id nor the address/u],
    ['register.xlsx', /neither the id nor the address/u],
    ['abc', /neither the id nor the address/u],
    ['Samarbeidet 2026', /neither the id nor the address/u],
    [`${id}/../x`, /neither the id nor the address/u],
  ])('%s', (text, message) => {
    expect(() => parseSpreadsheetId(text)).toThrow(UserError);
    expect(() => parseSpreadsheetId(text)).toThrow(message);
  });
});

describe('a folder on Drive is named by', () => {
  it.each([
    id,
    '0ASharedDriveHasPVA',
    `https://drive.google.com/drive/folders/${id}`,
    `https://drive.google.com/drive/folders/${id}?usp=sharing`,
    `https://drive.google.com/drive/u/1/folders/${id}`,
    `drive.google.com/drive/folders/${id}`,
    `https://drive.google.com/open?id=${id}`,
  ])('%s', (text) => {
    expect(text).toContain(parseFolderId(text));
  });

  it.each([
    [`https://docs.google.com/document/d/${id}/edit`, /a Google document, not of a folder/u],
    ['https://drive.google.com/drive/my-drive', /not the address of a folder/u],
    ['Referater 2026', /neither the id nor the address of a folder/u],
  ])('but not by %s', (text, message) => {
    expect(() => parseFolderId(text)).toThrow(message);
  });
});

describe('a document on Drive is named by', () => {
  it.each([
    id,
    `https://docs.google.com/document/d/${id}/edit?tab=t.0`,
    `https://docs.google.com/document/u/0/d/${id}/edit?usp=drivesdk&rtpof=true&sd=true`,
    `https://docs.google.com/a/nal.no/document/d/${id}`,
    `https://drive.google.com/file/d/${id}/view?usp=sharing`,
    `https://drive.google.com/open?id=${id}`,
  ])('%s', (text) => {
    expect(parseDocumentId(text)).toBe(id);
  });

  it.each([
    [`https://drive.google.com/drive/folders/${id}`, /a folder, not of a Google document/u],
    [`https://docs.google.com/document/d/e/2PACX-1vQabcdefghijklmnopq/pub`, /published/u],
    ['referat.docx', /neither the id nor the address of a Google document/u],
  ])('but not by %s', (text, message) => {
    expect(() => parseDocumentId(text)).toThrow(message);
  });
});
