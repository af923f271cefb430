/** Which paper or form something of the register leads to. */
import { dayOf } from '../../../../domain/time.ts';
import { yearWords, type LinkName } from '../../../../language/page/year-words.ts';
import { isHeld, meetingsOf } from '../../../../papers/meetings.ts';
import { webinarsOf } from '../../../../papers/announcement/webinars.ts';
import { counties } from '../../../../register/data/counties.ts';
import { countyNumbersOf, readAreas, readCounties } from '../../../../register/named-places.ts';
import { regionsOf } from '../../../../register/regions.ts';
import type { Activity } from '../../../../register/tabs/activities.ts';
import type { TabKey } from '../../../../register/tabs.ts';
import type { Scene } from '../../screen.ts';

export interface Lead {
  readonly href: string;
  readonly text: string;
}

type About = Readonly<{ tab: TabKey; id: string }>;

/** Makes the leads of one reading. A row that no paper is about has none. */
export function leadsIn(scene: Scene): (about: About) => Lead | undefined {
  const { register } = scene.snapshot.reading;
  const activities = new Map(register.activities.map((one) => [one.id, one]));
  const dialogues = new Map(register.dialogues.map((one) => [one.id, one]));
  const slots = new Map(register.slots.map((one) => [one.id, one.activity]));
  const toActivity = activityLeads(scene);
  const regions = regionsOf(register);
  return ({ tab, id }) => {
    if (tab === 'dialogues') {
      const { county = '' } = dialogues.get(id) ?? {};
      return countyLead(scene, countyNumbersOf(readCounties(county, regions).places));
    }
    if (tab === 'slots')
      return leadTo(scene, 'programme', 'papers/programme', { activity: slots.get(id) ?? '' });
    const activity = tab === 'activities' ? activities.get(id) : undefined;
    return activity === undefined ? undefined : toActivity(activity);
  };
}

/** The address of a paper or a form with its flags. */
export function leadTo(
  { standard }: Pick<Scene, 'standard'>,
  name: LinkName,
  path: string,
  flags: Readonly<Record<string, string>> = {},
): Lead {
  const query = new URLSearchParams(flags).toString();
  const href = `/${standard}/${path}${query === '' ? '' : `?${query}`}`;
  return { href, text: yearWords[standard].links[name] };
}

/** The brief of one county; of several, or of none that is known, the view of all. */
function countyLead(scene: Scene, numbers: ReadonlySet<string>): Lead {
  const [number] = numbers;
  const county = counties().find((one) => one.number === number);
  return numbers.size === 1 && county !== undefined
    ? briefOf(scene, county.name)
    : leadTo(scene, 'counties', 'papers/county');
}

export const briefOf = (scene: Pick<Scene, 'standard'>, county: string): Lead =>
  leadTo(scene, 'brief', 'papers/county', { fylke: county });

function activityLeads(scene: Scene): (activity: Activity) => Lead | undefined {
  const { register } = scene.snapshot.reading;
  const { now } = scene.snapshot.settings;
  const meetings = new Map(meetingsOf(register).map((one) => [one.id, one]));
  const webinars = new Set(webinarsOf(register).map(({ id }) => id));
  const withSlots = new Set(register.slots.map(({ activity }) => activity));
  const regions = regionsOf(register);
  const toMeeting = (id: string): Lead | undefined => {
    const meeting = meetings.get(id);
    if (meeting === undefined) return undefined;
    const paper = isHeld(meeting, now) ? 'minutes' : 'agenda';
    return leadTo(scene, paper, `papers/${paper}`, { meeting: id });
  };
  /** Mailings are made of what is still to come. */
  const toWebinar = ({ id, start }: Activity): Lead | undefined =>
    webinars.has(id) && (start?.last ?? '') >= dayOf(now)
      ? leadTo(scene, 'mailing', 'doing/announce', { webinar: id })
      : undefined;
  return (activity) => {
    const { id, type } = activity;
    switch (type) {
      case 'quarterlyMeeting':
        return toMeeting(id);
      case 'conference':
        return withSlots.has(id)
          ? leadTo(scene, 'programme', 'papers/programme', { activity: id })
          : undefined;
      case 'webinar':
        return toWebinar(activity);
      case 'network':
      case 'countyDialogue':
        return countyLead(scene, countyNumbersOf(readAreas(activity.area ?? '', regions).places));
      case 'example':
        return leadTo(scene, 'examples', 'papers/examples');
      case 'information':
        return leadTo(scene, 'digest', 'papers/digest');
    }
  };
}
