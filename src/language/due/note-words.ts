/** The words of the notes of the due list, in each language. */
import type { ApprovalFault, DueNote, NoteArguments, NoteCode } from '../../domain/due-note.ts';
import type { WrittenStandard } from '../../domain/written-standard.ts';
import type { NoteWords } from './note-parts.ts';
import { approvalFaultEn, notesEn } from './notes-en.ts';
import { approvalFaultNb, notesNb } from './notes-nb.ts';
import { approvalFaultNn, notesNn } from './notes-nn.ts';

const words: Readonly<Record<WrittenStandard, NoteWords>> = { en: notesEn, nb: notesNb, nn: notesNn };

const approvalFaults = { en: approvalFaultEn, nb: approvalFaultNb, nn: approvalFaultNn };

/** Why what is written of an approval approves nothing, without a full stop. */
export const wordApprovalFault = (found: ApprovalFault, standard: WrittenStandard): string =>
  approvalFaults[standard](found);

/** A note whose arguments the compiler knows to belong to its code. */
interface Coded<Code extends NoteCode> {
  readonly code: Code;
  readonly args: NoteArguments[Code];
}

const wordCoded = <Code extends NoteCode>({ code, args }: Coded<Code>, own: NoteWords): string =>
  own[code](args);

/** Without a full stop. English is for the terminal, nb and nn for the page. */
export const wordNote = (note: DueNote, standard: WrittenStandard): string =>
  wordCoded<NoteCode>(note, words[standard]);

/** All notes of an entry in one line; undefined where it has none. */
export const wordNotes = (notes: readonly DueNote[] = [], standard: WrittenStandard): string | undefined =>
  notes.length === 0 ? undefined : notes.map((note) => wordNote(note, standard)).join('; ');
