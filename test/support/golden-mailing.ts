/** Holds a mailing's folder to what people should get. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { expect } from 'vitest';

const golden = join(import.meta.dirname, '../golden');

/** The only event of a calendar. Throws where there is none, or more than one. */
export function eventOf(ics: string): ICAL.Component {
  const [event, ...more] = ICAL.Component.fromString(ics).getAllSubcomponents('vevent');
  if (event === undefined || more.length > 0) throw new Error('not one event');
  return event;
}

/**
 * The mail, its parts and its invitation in one written standard are those in `golden/<room>/<name>.*`, and an
 * independent reader finds one recipient, the same text and, where there is an invitation, one event with that recipient.
 */
export async function expectGoldenMailing(
  folder: string,
  name: string,
  standard: string,
  room = 'announcement/mail',
): Promise<void> {
  const read = (file: string): Promise<string> => readFile(join(folder, file), 'utf8');
  const expected = (ending: string): string => join(golden, room, `${name}.${standard}.${ending}`);
  await expect(await read(`message.${standard}.html`)).toMatchFileSnapshot(expected('html'));
  await expect(await read(`message.${standard}.txt`)).toMatchFileSnapshot(expected('txt'));
  const eml = await read(`preview.${standard}.eml`);
  await expect(eml).toMatchFileSnapshot(expected('eml'));
  const { text, to, attachments } = await PostalMime.parse(eml);
  expect(to).toHaveLength(1);
  expect(text?.trimEnd()).toBe((await read(`message.${standard}.txt`)).trimEnd());
  const invite = `invite.${standard}.ics`;
  if (!(await readdir(folder)).includes(invite)) {
    expect(attachments).toEqual([]);
    return;
  }
  await expect(await read(invite)).toMatchFileSnapshot(expected('ics'));
  expect(attachments).toHaveLength(2);
  for (const { content } of attachments) {
    const event = eventOf(typeof content === 'string' ? content : new TextDecoder().decode(content));
    expect(event.getAllProperties('attendee').map((one) => one.getFirstValue())).toEqual([
      `mailto:${to?.[0]?.address ?? ''}`,
    ]);
  }
}
