/** Which of the examples are worth showing with a webinar. */
import { comparedText } from '../../domain/compare.ts';
import type { Day } from '../../domain/time.ts';
import { regionsOf } from '../../register/regions.ts';
import type { Register } from '../../register/register.ts';
import type { Example } from '../../register/tabs/examples.ts';
import { normaliseId } from '../../domain/id.ts';
import { examplePlace } from '../examples/places.ts';
import { lacksOf } from '../examples/state.ts';
import type { AnnouncementView } from './view.ts';
import type { Webinar } from './webinars.ts';

/** More would turn an announcement into a catalogue. */
const mostShown = 3;
/** A shorter theme («by») is found inside too many words. */
const shortestTheme = 4;

/** It has a link, the municipality has agreed, and somebody has checked it within 24 months. */
const mayBeShown = (example: Example, today: Day): boolean =>
  lacksOf(example, today).every((lack) => lack === 'description');

/**
 * The words that say what the webinar is about, in every available written standard: themes are written in the standard
 * of the person who raised the example.
 */
function wordsAbout({ texts, slots }: Register, { id, title }: Webinar): readonly string[] {
  const published = texts
    .filter(({ activity }) => activity === id)
    .flatMap((text) => [text.title, text.ingress ?? '']);
  const programme = slots
    .filter(({ activity, status }) => activity === id && status !== 'declined')
    .flatMap((slot) => [slot.title, slot.titleNn ?? '']);
  return [title, ...published, ...programme].flatMap(
    (text) => comparedText(text).match(/[\p{L}\d]+/gu) ?? [],
  );
}

/** How many of its themes the words contain: «sentrum» also in «sentrumsutvikling». */
function themesIn({ themes = [] }: Example, words: readonly string[]): number {
  return themes
    .map(comparedText)
    .filter((theme) => theme.length >= shortestTheme && words.some((word) => word.startsWith(theme))).length;
}

/**
 * At most three examples: those used in the webinar before those that share a theme with it, then those that share the
 * most, then those checked last. Only examples with a link and consent that were checked within 24 months.
 */
export function examplesFor(register: Register, webinar: Webinar, today: Day): AnnouncementView['examples'] {
  const words = wordsAbout(register, webinar);
  const regions = regionsOf(register);
  const found = register.examples.flatMap((example) => {
    const { id, title, municipality, link, usedIn = [], checkedOn = '' } = example;
    const isUsed = usedIn.some((used) => normaliseId(used) === webinar.id);
    const themes = themesIn(example, words);
    if (link === undefined || !mayBeShown(example, today) || (!isUsed && themes === 0)) return [];
    const rank = { isUsed, themes, checkedOn };
    return [{ rank, example: { id, title, municipality: examplePlace(municipality, regions).name, link } }];
  });
  return found
    .sort(
      ({ rank: one }, { rank: other }) =>
        Number(other.isUsed) - Number(one.isUsed) ||
        other.themes - one.themes ||
        (one.checkedOn < other.checkedOn ? 1 : one.checkedOn > other.checkedOn ? -1 : 0),
    )
    .slice(0, mostShown)
    .map(({ example }) => example);
}
