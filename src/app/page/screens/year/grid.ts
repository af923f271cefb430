/** Every county with the last contact of each party: each leads to its brief, and each contact to its row. */
import { z } from 'zod';
import { dayOf } from '../../../../domain/time.ts';
import { date } from '../../../../language/dates.ts';
import { yearWords } from '../../../../language/page/year-words.ts';
import { phrasesOf } from '../../../../language/phrases-of.ts';
import { countyGrid, type ContactSeen } from '../../../../papers/year/county-grid.ts';
import { singleParties } from '../../../../register/announcement-settings.ts';
import type { Scene } from '../../screen.ts';
import { rowSpotsIn, spotSchema } from '../../spots.ts';
import { briefOf } from './leads.ts';

const contactSchema = z.object({ text: z.string(), spot: spotSchema.optional() });

export const countySchema = z.object({
  name: z.string(),
  brief: z.object({ href: z.string(), text: z.string() }),
  /** The last contact of each party, in the order of the headings. */
  last: z.array(contactSchema),
  /** Something to do: silent, or contacts that are not cleared. */
  warnings: z.array(contactSchema),
  fine: z.string().optional(),
  next: contactSchema.optional(),
});
type County = z.infer<typeof countySchema>;

export function gridRows(scene: Scene): County[] {
  const { standard, snapshot } = scene;
  const [words, phrases] = [yearWords[standard], phrasesOf[standard]];
  const spotOf = rowSpotsIn(scene);
  const contact = (text: string, at: ContactSeen | undefined): z.infer<typeof contactSchema> => {
    const spot = at === undefined ? undefined : spotOf({ tab: 'dialogues', id: at.id });
    return { text, ...(spot === undefined ? {} : { spot }) };
  };
  const seen = (at: ContactSeen | undefined): z.infer<typeof contactSchema> =>
    at === undefined
      ? contact(words.never, at)
      : contact(`${date(phrases, at.day)}${at.isJoint ? `, ${words.together}` : ''}`, at);
  return countyGrid(snapshot.reading.register, dayOf(snapshot.settings.now)).map((one) => {
    const { name, last, next, isSilent, uncoordinated } = one;
    const latest = uncoordinated.at(-1);
    return {
      ...{ name, brief: briefOf(scene, name), last: singleParties.map((party) => seen(last[party])) },
      warnings: [
        ...(isSilent ? [contact(words.silent, undefined)] : []),
        ...(latest === undefined ? [] : [contact(words.uncoordinated(uncoordinated.length), latest)]),
      ],
      ...(isSilent ? {} : { fine: words.recent }),
      ...(next === undefined ? {} : { next: contact(words.planned(date(phrases, next.day)), next) }),
    };
  });
}
