/** What helps where a tab is missing that kept what is recorded nowhere else. */
import { spoken } from '../../domain/msg.ts';
import { getBack } from './en-tabs.ts';
import { getBackNb } from './nb-tabs.ts';
import { getBackNn } from './nn-tabs.ts';

const advice = { en: getBack, nb: getBackNb, nn: getBackNn };

/** In the language that is spoken. */
export const getBackAdvice = (): string => advice[spoken()];
