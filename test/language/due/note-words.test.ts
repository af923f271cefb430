import { describe, expect, it } from 'vitest';
import { dueNote, type DueNote } from '../../../src/domain/due-note.ts';
import { addDays, parseDay } from '../../../src/domain/time.ts';
import { wordNote, wordNotes } from '../../../src/language/due/note-words.ts';

const day = parseDay('2026-12-03');
if (day === undefined) throw new Error('no day');
const later = addDays(day, 7);

/** Notes with everything that may be in them. */
const notes: readonly DueNote[] = [
  dueNote('approval', { party: 'Bylivsenteret', standing: { fault: 'silent' }, deadline: day }),
  dueNote('approval', {
    ...{ party: 'Bylivsenteret', deadline: undefined },
    standing: { fault: 'late', newest: 2, reached: later, lastToAsk: day },
  }),
  dueNote('actions-changed', {
    changes: [{ id: 'T-2026-001', what: 'deadline', was: day, is: undefined }],
  }),
  dueNote('poll-silent', { silent: ['a', 'b', 'c', 'd', 'e', 'f', 'g'], of: 9, deadline: day }),
  dueNote('unfinished', { missing: 4, of: 6, isHere: true, isChanged: false }),
];

describe('the notes of the due list', () => {
  it('are in the words of each language', () => {
    const said = (standard: 'en' | 'nb' | 'nn'): readonly string[] =>
      notes.map((note) => wordNote(note, standard).replaceAll('\u00A0', ' '));
    expect(said('en')).toEqual([
      'Bylivsenteret: no answer, by 2026-12-03',
      'Bylivsenteret: no answer, and silence does not count: version 2 reached them on 2026-12-10, and had to by 2026-12-03',
      'T-2026-001: 2026-12-03 → no deadline',
      '7 of 9 have not answered, by 2026-12-03: a, b, c, d, e and 2 more',
      '4 of 6 have not got it. See who, and continue with --approve.',
    ]);
    expect(said('nb')).toEqual([
      'Bylivsenteret: ikke noe svar (frist 3. desember 2026)',
      'Bylivsenteret: ikke noe svar, og taushet teller ikke: de fikk versjon 2 den 10. desember 2026, og måtte ha fått den innen 3. desember 2026',
      'T-2026-001: frist 3. desember 2026 → ingen frist',
      '7 av 9 har ikke svart (frist 3. desember 2026): a, b, c, d, e og 2 til',
      '4 av 6 har ikke fått den. Se hvem det er, og send resten',
    ]);
    expect(said('nn')).toEqual([
      'Bylivsenteret: ikkje noko svar (frist 3. desember 2026)',
      'Bylivsenteret: ikkje noko svar, og å teie tel ikkje: dei fekk versjon 2 den 10. desember 2026, og måtte ha fått han innan 3. desember 2026',
      'T-2026-001: frist 3. desember 2026 → ingen frist',
      '7 av 9 har ikkje svara (frist 3. desember 2026): a, b, c, d, e og 2 til',
      '4 av 6 har ikkje fått henne. Sjå kven det er, og send resten',
    ]);
  });

  it('stand in one line for the terminal', () => {
    const two = [dueNote('meeting-no-time', {}), dueNote('meeting-no-place', {})];
    expect(wordNotes(two, 'en')).toBe(
      'it has no time of day: write it in Start; it has no place and no link: write Sted or Lenke',
    );
    expect([wordNotes([], 'en'), wordNotes(undefined, 'nb')]).toEqual([undefined, undefined]);
  });
});
