/** Advice as the page gives it: what it names of commands leads to their forms here. */
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { nameOfTyped, toReader } from '../../language/page/page-reader.ts';
import type { ReadyHtml } from '../../render/templates/gate.ts';
import { linkedHtml, piecesOf } from './said-line.ts';

export const adviceHtml = (advice: string, standard: NorwegianStandard): ReadyHtml =>
  linkedHtml(
    piecesOf(toReader(advice, standard)).map((piece) =>
      piece.typed === undefined ? piece : { ...piece, text: nameOfTyped(piece.typed, standard) },
    ),
    standard,
  );
