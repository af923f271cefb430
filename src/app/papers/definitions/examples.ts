/** The catalogue of examples, and the list of those that must be followed up before they may be shown. */
import { msg } from '../../../domain/msg.ts';
import type { Terminal } from '../../cli/terminal.ts';
import { examples } from '../../../papers/examples/examples.ts';
import { examplesView, type ExamplesView, type Lack } from '../../../papers/examples/view.ts';
import { definePaper } from '../define-paper.ts';
import type { PaperSet } from '../paper-definition.ts';
import { paperOptions } from '../paper-flags.ts';
import { spokenDate } from '../../../language/spoken.ts';

export const examplesPaper = definePaper({
  name: 'examples',
  none: () => msg`No catalogue was made.`,
  named: () => msg`the catalogue`,
  summary: 'Makes the catalogue of examples, and the list to follow up.',
  options: {
    check: {
      type: 'boolean',
      help: 'only list what must be followed up; the exit code is 1 if anything must',
    },
    ...paperOptions(),
  },
  examples: ['npm run examples', 'npm run examples -- --check'],
  tabs: ['examples', 'activities'],
  request: ({ flags }) => ({ isCheck: flags['check'] === true }),
  make: (register, _, now) => examples(register, now),
  templates: { examples: examplesView, 'examples-todo': examplesView },
  sets: (view): readonly PaperSet<'examples' | 'examples-todo'>[] => {
    const list = { template: 'examples-todo', view, subject: 'Forbilder som må følges opp' } as const;
    return [
      { name: `forbilder-${view.asOf}`, template: 'examples', view, subject: 'Forbilder' },
      ...(view.toDo.length === 0 ? [] : [{ name: `forbilder-oppfolging-${view.asOf}`, ...list }]),
    ];
  },
  say: (terminal, { total, ready, toDo }, { request }) => {
    const all = terminal.paint('bold', total === 1 ? msg`${total} example` : msg`${total} examples`);
    terminal.say(msg`${all}, ${ready} may be shown to others`);
    if (toDo.length > 0 && !request.isCheck)
      terminal.say(msg`  What the others lack is in a list of its own (--check prints it here).`);
  },
  steps: {
    /** With --check it only lists what must be followed up, and makes nothing. */
    check: {
      after: 'said',
      take: ({ run, request, view }) => {
        if (!request.isCheck) return {};
        listToDo(run.terminal, view);
        return { isLast: true, code: view.toDo.length > 0 ? 1 : 0 };
      },
    },
  },
});

const words = (): Readonly<Record<Lack, string>> => ({
  description: msg`write what was done (Beskrivelse)`,
  link: msg`find a link (Lenke)`,
  consent: msg`ask the municipality for consent (Samtykke)`,
  neverChecked: msg`check that it is right, and write the day (Sist bekreftet)`,
  checkedLongAgo: msg`check that it is still right, and write the day (Sist bekreftet)`,
});

/** One line for each example, in the order of the catalogue. */
function listToDo(terminal: Terminal, { toDo }: ExamplesView): void {
  for (const { id, title, place, checkedOn, lacks } of toDo) {
    const example = `${id} ${title} (${place})`;
    terminal.result(
      checkedOn === undefined ? example : msg`${example}, last checked ${spokenDate(checkedOn)}`,
    );
    for (const lack of lacks) terminal.result(`  ${words()[lack]}`);
  }
}
