/** The registry of papers: each template with the view that it may use. A new paper is one line here. */
import type { z } from 'zod';
import { agendaView } from '../../papers/agenda/view.ts';
import { announcementView } from '../../papers/announcement/view.ts';
import { countiesView, countyView } from '../../papers/county/view.ts';
import { digestView } from '../../papers/digest/view.ts';
import { reportView } from '../../papers/report/view.ts';
import { programmeView } from '../../papers/programme/view.ts';
import { examplesView } from '../../papers/examples/view.ts';

export const paperViews = {
  agenda: agendaView,
  'agenda-invitation': agendaView,
  'agenda-subject': agendaView,
  announcement: announcementView,
  'announcement-subject': announcementView,
  'announcement-web': announcementView,
  'announcement-post': announcementView,
  reminder: announcementView,
  'reminder-subject': announcementView,
  followup: announcementView,
  'followup-subject': announcementView,
  moved: announcementView,
  'moved-subject': announcementView,
  cancelled: announcementView,
  'cancelled-subject': announcementView,
  correction: announcementView,
  'correction-subject': announcementView,
  'webinar-invitation': announcementView,
  examples: examplesView,
  county: countyView,
  counties: countiesView,
  digest: digestView,
  report: reportView,
  programme: programmeView,
  'programme-state': programmeView,
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type PaperName = keyof typeof paperViews;

const isPaper = (name: string): name is PaperName => Object.hasOwn(paperViews, name);

export const paperNames: readonly PaperName[] = Object.keys(paperViews).filter(isPaper);
