import { announcementView } from '../../papers/announcement/view.ts';

/** The templates of `announce`, each with the schema of what fills it. */
export const announcementTemplates = {
  announcement: announcementView,
  'announcement-subject': announcementView,
  'announcement-web': announcementView,
  'announcement-post': announcementView,
  'announcement-privacy': announcementView,
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
} as const;

export type AnnouncementTemplate = keyof typeof announcementTemplates;
