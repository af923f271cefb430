import { setImmediate as next } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { answeredIn, speakAsAsked } from '../../../src/app/page/asked-language.ts';
import { msg, speak, spoken } from '../../../src/domain/msg.ts';

afterEach(() => {
  speak();
});

it('answers each in the standard that they read, also where two wait at the same time', async () => {
  speakAsAsked();
  const said = async (): Promise<string> => {
    await next();
    return `${spoken()}: ${msg`This is a fault in Felles. Please report the text below.`}`;
  };
  expect(await Promise.all([answeredIn('nb', said), answeredIn('nn', said)])).toEqual([
    'nb: Dette er en feil i Felles. Meld fra om teksten nedenfor.',
    'nn: Dette er ein feil i Felles. Meld frå om teksten nedanfor.',
  ]);
});
