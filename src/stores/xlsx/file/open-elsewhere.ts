import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { hasCode } from '../../../disk/has-code.ts';
import { msg } from '../../../domain/msg.ts';
import { UserError } from '../../../domain/user-error.ts';

/** A file that a program keeps next to a workbook while somebody has it open. */
interface OwnerFile {
  readonly program: string;
  readonly name: (workbook: string) => string;
  /** Who has the workbook open, as the program recorded it; empty when it cannot be read. */
  readonly person: (content: Buffer) => string | undefined;
}

const OWNER_FILES: readonly OwnerFile[] = [
  { program: 'Excel', name: (workbook) => `~$${workbook}`, person: excelPerson },
  { program: 'LibreOffice', name: (workbook) => `.~lock.${workbook}#`, person: libreOfficePerson },
];

/** Throws UserError when somebody has the workbook open in Excel or LibreOffice: their next save would undo ours. */
export async function refuseWhenOpen(path: string): Promise<void> {
  for (const { program, name, person } of OWNER_FILES) {
    const ownerFile = join(dirname(path), name(basename(path)));
    const content = await readIfThere(ownerFile);
    if (content === null) continue;
    const who = person(content) ?? msg`somebody`;
    throw new UserError(
      msg`${basename(path)} is open in ${program} (${who}), so nothing was written.`,
      msg`Close it there and run this again. If nobody has it open, delete the file ${ownerFile}.`,
    );
  }
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    // A file that is there but cannot be read, as Excel's on Windows, still shows that the workbook is open.
    return hasCode(error, 'ENOENT') ? null : Buffer.alloc(0);
  }
}

/** A length, the name in the machine's own letters, and from byte 55, length and name again in UTF-16. */
function excelPerson(content: Buffer): string | undefined {
  const wide = content.length > 56 ? content.readUInt16LE(55) : 0;
  const name = wide > 0 ? content.subarray(57, 57 + wide * 2).toString('utf16le') : latin(content);
  return presentable(name);
}

function latin(content: Buffer): string {
  return content.subarray(1, 1 + (content[0] ?? 0)).toString('latin1');
}

/** `name,login,computer,date and time,profile;` */
function libreOfficePerson(content: Buffer): string | undefined {
  const [name = '', login = ''] = content.toString('utf8').split(',');
  return presentable(name) ?? presentable(login);
}

function presentable(name: string): string | undefined {
  const clean = name.replace(/[^\p{L}\p{M}\p{N}\p{P} ]/gu, '').trim();
  return clean === '' ? undefined : clean.slice(0, 60);
}
