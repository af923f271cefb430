/** The words of the screen of mailings in each written standard. */
import type { NorwegianStandard } from '../../domain/written-standard.ts';
import { mailingsNb } from './mailings/nb.ts';
import { mailingsNn } from './mailings/nn.ts';
import type { MailingsWords } from './mailings/words.ts';

export const mailingsWords: Readonly<Record<NorwegianStandard, MailingsWords>> = {
  nb: mailingsNb,
  nn: mailingsNn,
};
