/** Problems of tabs and headings, in English. */
import type { KeptByTab } from '../../domain/problem.ts';
import { HEADING_ROWS } from '../../domain/workbook.ts';
import { listed, quoted, say, type ProblemWordings } from './wording.ts';

/** For a missing tab that kept what is recorded nowhere else. */
export const getBack =
  'If it was deleted, restore it first, from the version history or from the copy that ends in .bak: this is recorded nowhere else. If it was never there, «npm run init» adds it.';

const kept: Readonly<Record<KeptByTab, string>> = {
  sent: 'what was sent to whom',
  said: 'what was said to people, with the facts as they were',
};

export const enTabs = {
  'tab-missing': ({ needed, keeps }, { at }) => {
    if (keeps !== undefined)
      return say(`There is no tab ${quoted(at.tab)}, which keeps ${kept[keeps]}.`, getBack);
    return needed
      ? say(
          `There is no tab ${quoted(at.tab)}.`,
          'Run «npm run init» to add it. Existing content is not changed.',
        )
      : say(`There is no tab ${quoted(at.tab)} yet.`, 'Nothing to do: Felles makes it when it needs it.');
  },
  'tab-twice': ({ other }, { at }) =>
    say(
      `${quoted(at.tab)} is not read, because ${quoted(other)} is the same tab.`,
      `Move its rows to ${quoted(other)}.`,
    ),
  'tab-copy': ({ original }, { at }) =>
    say(
      `${quoted(at.tab)} looks like a copy of ${quoted(original)} and is not read.`,
      'Keep it, or delete it.',
    ),
  'tab-old': ({ replacement, left }, { at }) =>
    left === 0
      ? say(
          `${quoted(at.tab)} is not used any more: what it held is in ${quoted(replacement)}.`,
          'It may be deleted.',
        )
      : say(
          `${quoted(at.tab)} is not read any more, and ${left === 1 ? 'one row of it is' : `${String(left)} rows of it are`} not in ${quoted(replacement)}: changes of what ${left === 1 ? 'it says' : 'they say'} are not noticed.`,
          `If ${quoted(replacement)} is empty, delete that tab and run «npm run init», which brings along the rows that can be read. Otherwise keep ${quoted(at.tab)} as long as somebody may ask for it.`,
        ),
  'tab-renamed': ({ names, isThere }, { at }) => {
    const [name = '', ...others] = names;
    const have = others.length === 0 ? 'has' : 'have';
    const named = listed(names.map(quoted), 'and');
    return isThere
      ? say(
          `The tab ${quoted(at.tab)} has no rows, but ${named} ${have} its headings, and rows.`,
          `Delete the empty tab, and name the right one ${quoted(at.tab)}. Move an old one that you want to keep to another workbook.`,
        )
      : say(
          `There is no tab ${quoted(at.tab)}, but ${named} ${have} its headings.`,
          others.length === 0
            ? `If it is ${quoted(name)}, rename that to ${quoted(at.tab)}. If not, «npm run init -- --add ${at.tab}» makes a new one.`
            : `Rename the right one to ${quoted(at.tab)}. If it is none of them, «npm run init -- --add ${at.tab}» makes a new one.`,
        );
  },
  'tab-alike': ({ original }, { at }) =>
    say(
      `${quoted(at.tab)} has the headings of ${quoted(original)} and is not read.`,
      `Nothing to do, unless its rows belong in ${quoted(original)}.`,
    ),
  'headings-missing': ({ headings }) =>
    say(
      `None of the tab's headings is in its first ${String(HEADING_ROWS)} rows, so the tab is not read.`,
      `Write them in one row above the content: at least ${listed(headings.map(quoted), 'and')}. If the tab is empty, delete it and run «npm run init».`,
    ),
  'headings-below': () =>
    say('The headings were found in this row. Rows above them are not read.', 'Nothing to do.'),
  'headings-below-rows': ({ row }) =>
    say(
      `The headings seem to be in this row, but row ${String(row)} above them looks like content.`,
      `If row ${String(row)} is content, move it below the headings. If not, write all of it in one cell. Until then the tab is not read.`,
    ),
  'headings-again': () =>
    say('This row only repeats the headings, and is not read.', 'Delete it if nobody needs it.'),
  'headings-differ': ({ row, headings }) =>
    say(
      `The headings ${listed(headings.map(quoted), 'and')} are in other columns here than in row ${String(row)}, so this row and those below are not read.`,
      `Move the rows below under the headings of row ${String(row)} and delete this row, or move both to another tab.`,
    ),
  'heading-read-as': ({ heading }) =>
    say(`The column is read as ${quoted(heading)}.`, 'If it is something else, give it another heading.'),
  'rows-too-many': ({ count, most }) =>
    say(
      `There are ${String(count)} rows, and Felles reads at most ${String(most)} of a tab: the tab is left out.`,
      'Check whether something was filled down or pasted far below the last real row, and delete those rows.',
    ),
  'rows-unread': ({ count, row }) =>
    say(
      `${count === 1 ? 'One row holds' : `${String(count)} rows hold`} something, but nothing under the headings that were found in row ${String(row)}.`,
      'Check whether the right headings are in another row. If so, delete the wrong ones. If not, move the content below its headings.',
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
        ? `The column ${quoted(headings[0] ?? '')} is missing.`
        : `These columns are missing: ${listed(headings.map(quoted), 'and')}.`,
      'The rows can be used without. «npm run init» adds what is missing.',
    ),
  'heading-twice': ({ heading, letters }) =>
    say(
      `There are several columns ${quoted(heading)}: ${listed(letters, 'and')}.`,
      'Give all except one of them another heading: until then the tab is not read.',
    ),
} as const satisfies Partial<ProblemWordings>;
