/** Problems of tabs and headings, in English. */
import { listed, quoted, say, type ProblemWordings } from './wording.ts';

export const enTabs = {
  'tab-missing': ({ needed }, { at }) =>
    needed
      ? say(
          `There is no tab ${quoted(at.tab)}.`,
          'Run «npm run init» to add it. What is there already stays as it is.',
        )
      : say(`There is no tab ${quoted(at.tab)} yet.`, 'Nothing to do: Felles makes it when it needs it.'),
  'tab-twice': ({ other }, { at }) =>
    say(
      `${quoted(at.tab)} is not read, since ${quoted(other)} is the same tab.`,
      `Move its rows to ${quoted(other)}.`,
    ),
  'tab-copy': ({ original }, { at }) =>
    say(
      `${quoted(at.tab)} looks like a copy of ${quoted(original)} and is not read.`,
      'Let it be, or delete it.',
    ),
  'tab-hidden': () => say('The tab is hidden, and was read like the others.', 'Show it to see what it says.'),
  'heading-missing': ({ heading, nearest }, { level }) =>
    say(
      `There is no column ${quoted(heading)}.`,
      nearest !== undefined
        ? `If it is the one called ${quoted(nearest)}, name it ${quoted(heading)}.`
        : level === 'error'
          ? `Add a column with the heading ${quoted(heading)}: the tab cannot be read without it.`
          : 'Run «npm run init» to add it, if you want to use it.',
    ),
  'columns-absent': ({ headings }) =>
    say(
      headings.length === 1
        ? `The column ${quoted(headings[0] ?? '')} is not there.`
        : `These columns are not there: ${listed(headings.map(quoted), 'and')}.`,
      'The rows can do without. «npm run init» adds what is missing.',
    ),
  'heading-twice': ({ heading, letters }) =>
    say(
      `There are several columns ${quoted(heading)}: ${listed(letters, 'and')}.`,
      'Give all but one of them another heading: until then the tab is not read.',
    ),
} as const satisfies Partial<ProblemWordings>;
