/** The words of `npx felles`, the overview of what is done and what is next. */

/** What waits for somebody, by kind. */
export type DueKind = 'due' | 'meetings' | 'actions' | 'left' | 'examples' | 'waived' | 'counties';

export interface OverviewWords {
  readonly register: (place: string) => string;
  readonly sample: string;
  readonly none: (place: string) => string;
  /** Next steps when there is no register, each with the command to type. */
  readonly waysOn: {
    readonly sample: string;
    readonly anew: string;
    readonly own: (file: string) => string;
    /** When the register is not where it was: which workbooks are there. */
    readonly look: string;
  };
  readonly unread: string;
  readonly problems: (errors: number, warnings: number) => string;
  readonly noProblems: string;
  readonly withoutId: (rows: number) => string;
  readonly due: Readonly<Record<DueKind, string>>;
  readonly nothingDue: string;
  /** Nothing is planned yet: what to fill in. */
  readonly unfilled: string;
  readonly groups: Readonly<Record<'weekly' | 'seldom' | 'setup', string>>;
  readonly more: (help: string, file: string) => string;
}
