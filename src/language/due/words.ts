/** The words of the due list: its states and matters, and what is otherwise now than it was said. */
import type { EntryState, Matter } from '../../domain/due.ts';
import type { Difference, SaidState, SaidTime } from '../../domain/statement.ts';
import type { Day } from '../../domain/time.ts';

/** Words of one language. A state, a matter or a fact without words does not compile. */
export interface DueWords {
  /** As short as a cell of the column Nivå wants it. */
  readonly states: Readonly<Record<EntryState, string>>;
  readonly matters: Readonly<Record<Matter, string>>;
  /** What a person does about a matter that no command puts right. */
  readonly advice: Readonly<Record<Matter, string>>;
  readonly facts: Readonly<Record<Exclude<Difference['fact'], 'gone'>, string>>;
  readonly saidStates: Readonly<Record<SaidState, string>>;
  readonly gone: string;
  /** There is or was none of it. */
  readonly none: string;
  readonly came: (cases: string) => string;
  readonly left: (cases: string) => string;
  readonly time: (time: SaidTime) => string;
  readonly holders: (count: number) => string;
  /** `today`: of what is read on that day only, such as a screen; a day near it is said as people say it. */
  readonly since: (day: Day, today?: Day) => string;
  readonly run: (command: string) => string;
}
