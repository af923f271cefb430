import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mailsAt } from '../../../src/app/send/read-bounces.ts';
import { UserError } from '../../../src/domain/user-error.ts';

const mail = 'From: a@x.no\nSubject: Hei\n\nHei\n';
const line = 'From a@x.no Tue Nov 24 10:35:00 2026\n';
const outlook = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
const zip = Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(60)]);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'felles-mail-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function put(name: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), content);
}
async function read(name = ''): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const file of mailsAt(join(folder, name)))
    found.push('why' in file ? `${file.name} is ${file.why}` : file.name);
  return found;
}

describe('what people have saved', () => {
  it('may be a folder with other things in it', async () => {
    await put('a.eml', mail);
    await put('B.EML', mail);
    await put('c', mail);
    await put('d.mbox', `${line}${mail}\n${line}${mail}`);
    await put('e.msg', outlook);
    await put('f.zip', zip);
    await put('g.txt', 'Huskeliste\n');
    await put('h.eml', '');
    await put('.DS_Store', 'x');
    await put('Inbox.msf', 'x');
    expect(await read()).toEqual([
      'B.EML',
      'a.eml',
      'c',
      'd.mbox, message 1',
      'd.mbox, message 2',
      'e.msg is a message in Outlook’s own format (.msg)',
      'f.zip is a packed folder (zip)',
      'g.txt is not a message',
      'h.eml is empty',
    ]);
  });

  it.each([
    [
      'the mailbox of Apple Mail, which is a folder',
      'Retur.mbox/mbox',
      `${line}${mail}`,
      ['Retur.mbox/mbox'],
    ],
    ['a Maildir', 'cur/1764000721.M1P2.host:2,S', mail, ['cur/1764000721.M1P2.host:2,S']],
    ['a folder within a folder', 'a/b/c.eml', mail, ['a/b/c.eml']],
    [
      'a message of Apple Mail',
      'a.emlx',
      `${String(mail.length)}   \n${mail}<?xml version="1.0"?>`,
      ['a.emlx'],
    ],
    ['a message with a line of a mailbox', 'a.eml', `${line}${mail}\n${line}${mail}`, ['a.eml']],
    ['a mailbox after an empty line', 'retur', `\n${line}${mail}`, ['retur']],
    ['a mailbox in UTF-16', 'retur.txt', Buffer.from(`\uFEFF${line}${mail}`, 'utf16le'), ['retur.txt']],
  ])('may be %s', async (_, name, content, expected) => {
    await put('tmp/half', mail);
    await put(name, content);
    expect(await read()).toEqual(expected);
  });

  it('may be several notifications in what is called a message', async () => {
    const whole = `From: a@x.no\nContent-Type: multipart/report;\n boundary="b"\n\n--b\n\nHei\n--b--\n`;
    await put('a.eml', `${line}${whole}${line}${whole}`);
    expect(await read()).toEqual(['a.eml, message 1', 'a.eml, message 2']);
  });

  it('ends where Apple Mail says that it ends', async () => {
    await put('a.emlx', `${String(mail.length)}\n${mail}<plist>`);
    for await (const file of mailsAt(join(folder, 'a.emlx')))
      expect('bytes' in file && Buffer.from(file.bytes).toString()).toBe(mail);
  });

  it.each([
    ['a.msg', outlook, '.eml'],
    ['a.zip', zip, 'Unpack'],
    ['a.eml', '', 'again'],
    ['a.txt', 'Hei', 'exported'],
    ['a.pdf', '%PDF-1.7\n', 'exported'],
  ])('may be no message at all: %s', async (name, content, advice) => {
    await put(name, content);
    const error: unknown = await read(name).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect(error instanceof UserError ? error.advice : '').toContain(advice);
  });

  it('may be a folder without any', async () => {
    await put('g.txt', 'Huskeliste\n');
    await expect(read()).rejects.toThrow('There are no messages in');
    await expect(read('nowhere')).rejects.toThrow('cannot be read');
  });
});
