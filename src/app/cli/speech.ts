/** The sentences of `msg` in Norwegian, as src/language/messages/ has them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { speak } from '../../domain/msg.ts';
import { norwegianStandards, type NorwegianStandard } from '../../domain/written-standard.ts';

const folder = fileURLToPath(new URL('../../language/messages/', import.meta.url));

const sentences = z.record(z.string(), z.string());

/** Norwegian sentences by their English keys. */
type Sentences = ReadonlyMap<string, string>;

/** Every sentence by its English key. Reads files: the terminal speaks English and never asks for them. */
export function sentencesIn(standard: NorwegianStandard): Sentences {
  const own = join(folder, standard);
  const files = readdirSync(own).filter((file) => file.endsWith('.json'));
  return new Map(
    files.flatMap((file) =>
      Object.entries(sentences.parse(JSON.parse(readFileSync(join(own, file), 'utf8')))),
    ),
  );
}

/** From now on everything is said in this standard. */
export function speakNorwegian(standard: NorwegianStandard): void {
  const own = sentencesIn(standard);
  speak((key) => own.get(key), standard);
}

/** The variable by which the page says in which language a command of its speaks. */
export const LANGUAGE = 'FELLES_LANGUAGE';

/** Undefined for English. */
export const languageIn = (
  env: Readonly<Record<string, string | undefined>>,
): NorwegianStandard | undefined => norwegianStandards.find((one) => one === env[LANGUAGE]);
