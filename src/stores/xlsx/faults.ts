import { msg } from '../../domain/msg.ts';
import { UserError } from '../../domain/user-error.ts';

/** Why an Office file cannot be opened safely, whatever it holds. */
export type PackageFaultKind = 'damaged' | 'too-large' | 'password' | 'doctype' | 'utf-16';

/** A fault of an Office file, worded for workbooks. Who reads other kinds of files words it anew, from `kind` and `what`. */
export class PackageFault extends UserError {
  readonly kind: PackageFaultKind;
  /** What is wrong, or in which part of the file it is. */
  readonly what: string;

  constructor(
    kind: PackageFaultKind,
    what: string,
    [message, advice]: readonly [message: string, advice: string],
    options?: ErrorOptions,
  ) {
    super(message, advice, options);
    this.kind = kind;
    this.what = what;
  }
}

/** The workbook is an .xlsx file, but something in it contradicts itself. `what` goes on from "The workbook is damaged:". */
export function damaged(what: string, cause?: unknown): UserError {
  return new PackageFault(
    'damaged',
    what,
    [
      msg`The workbook is damaged: ${what}.`,
      msg`Open it in Excel or LibreOffice, let the program repair it and save it; or go back to the copy that ends in .bak. The copy lacks the last write, for example the record of what was sent: so run «npm run send -- <folder> --repair» for each mailing before anything is sent.`,
    ],
    { cause },
  );
}

/** The file about to be written would not open elsewhere: the fault is ours, and checking protects people's files. */
export function unsound(part: string, fault: string): UserError {
  return new UserError(
    msg`The change would have left ${fault} in ${part}, so nothing was written.`,
    msg`This is a fault in Felles: report it to its developers. Until it is corrected, save the workbook under a new name in Excel or LibreOffice, and try with that one.`,
  );
}

/** Larger than anything people type by hand: unpacking it could fill the machine's memory. */
export function tooLarge(what: string): UserError {
  return new PackageFault('too-large', what, [
    msg`The workbook is too large to be read safely: ${what}.`,
    msg`Delete tabs and formatted empty rows that are not in use, save it under a new name, and try again.`,
  ]);
}

/** It could be written, but not read afterwards. */
export function tooLargeToWrite(what: string): UserError {
  return new UserError(
    msg`The change would make the workbook too large to be read again: ${what}. Nothing was written.`,
    msg`Delete tabs and formatted empty rows that are not in use, and try again. Keep the rows that Felles wrote: they record who has got what.`,
  );
}

/** Does the work, and puts the workbook's name in front of the message of a UserError. */
export function naming<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(`${name}: ${error.message}`, error.advice, { cause: error });
  }
}
