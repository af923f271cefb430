import { speakerView } from '../../papers/speakers/view.ts';

/** The templates of `speakers`, each with the schema of what fills it. */
export const speakerTemplates = {
  'speaker-asked': speakerView,
  'speaker-asked-subject': speakerView,
  'speaker-nudge': speakerView,
  'speaker-nudge-subject': speakerView,
  'speaker-confirmed': speakerView,
  'speaker-confirmed-subject': speakerView,
  'speaker-changed': speakerView,
  'speaker-changed-subject': speakerView,
  'speaker-thanks': speakerView,
  'speaker-thanks-subject': speakerView,
  'speaker-withdrawn': speakerView,
  'speaker-withdrawn-subject': speakerView,
} as const;
