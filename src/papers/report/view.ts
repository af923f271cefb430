/** What the templates of the report may use. Days are `2026-12-03`, in Oslo; shares are whole percents. */
import { z } from 'zod';

const day = z.iso.date();
const text = z.string().min(1);
const amount = z.int().min(0);
/** Whole hours: nobody keeps them more exactly. */
const hours = amount;
const percent = z.int().min(0).max(100);
const party = z.enum(['bylivsenteret', 'distriktssenteret', 'both']);
const precision = z.enum(['time', 'day', 'week', 'month', 'quarter', 'season', 'year']);
const number = z.enum(['1', '2', '3', '4', '5', '6']);

const counts = z.object({ done: amount, coming: amount, unconfirmed: amount, cancelled: amount });

const happening = z.object({
  id: text,
  title: text,
  precision,
  first: day,
  last: day,
  party,
  state: z.enum(['done', 'coming', 'unconfirmed', 'cancelled']),
});

const activity = counts.extend({
  number,
  /** How many that were done each party stands for. */
  by: z.object({ bylivsenteret: amount, distriktssenteret: amount, both: amount }),
  hours: z.object({ bylivsenteret: hours, distriktssenteret: hours }),
  /** In order of time. */
  happenings: z.array(happening),
  /** Nothing was done this year. */
  isSilent: z.boolean(),
  /** The last time anything was, before this year; only where it is silent. */
  silentSince: day.optional(),
});

const reached = z.object({
  /** A county, or a class of centrality. */
  name: text,
  reached: amount,
  /** How many there are. */
  of: amount,
  percent,
});

export const reportView = z.object({
  year: amount,
  /** The day on which the register was read. */
  asOf: day,
  /** The year is behind. */
  isWhole: z.boolean(),
  total: counts,
  hours: z.object({ bylivsenteret: hours, distriktssenteret: hours, total: hours }),
  activities: z.array(activity),
  /** Numbers of those in which nothing was done. */
  silent: z.array(number),
  webinars: z.object({
    held: amount,
    /** Messages about webinars that arrived, as far as one can know. */
    messages: amount,
    nynorsk: percent.optional(),
    /** Municipalities that got at least one. */
    municipalities: amount,
    municipalitiesIn: amount,
    counties: z.array(reached),
    centralities: z.array(reached),
  }),
  cases: z.object({ treated: amount, decisions: amount, postponed: amount }),
  actions: z.object({
    /** Those with a deadline in the year that is behind. */
    due: amount,
    done: amount,
    open: amount,
    dropped: amount,
    donePercent: percent.optional(),
  }),
});

export type ReportView = z.infer<typeof reportView>;
export type ReportActivity = ReportView['activities'][number];
export type ReportHappening = ReportActivity['happenings'][number];
