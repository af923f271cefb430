/** Advice as the page gives it: what it names of commands leads to their forms here. */
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { toReader } from '../../language/page/page-reader.ts';
import { z } from 'zod';
import { ReadyHtml } from '../../render/templates/gate.ts';
import type { Fault } from './fault.ts';
import { linkedHtml, piecesOf } from './said-line.ts';

export const adviceHtml = (advice: string, standard: NorwegianStandard): ReadyHtml =>
  linkedHtml(piecesOf(toReader(advice, standard)), standard);

/** A fault as it is shown. */
export const shownFaultSchema = z.object({
  message: z.string(),
  advice: z.custom<ReadyHtml>((value) => value instanceof ReadyHtml),
});

export const shownFault = (
  { message, advice }: Fault,
  standard: NorwegianStandard,
): z.infer<typeof shownFaultSchema> => ({ message, advice: adviceHtml(advice, standard) });
