/** Checks of the rows that texts are made from: none may be left out because of an error nobody has looked at. */
import { msg } from '../../domain/msg.ts';
import { inFew } from '../../domain/few.ts';
import { comparedSetting } from '../../domain/compare.ts';
import { mailingKinds } from '../../domain/mailing-kind.ts';
import { announcementSettings, partySettings } from '../../register/announcement-settings.ts';
import type { WallTime } from '../../domain/time.ts';
import type { Register, TabState } from '../../register/register.ts';
import { settingsAreKnown, settingsAreReadable } from '../../register/rules/settings.ts';
import type { Tab } from '../../register/tab.ts';
import { tabs } from '../../register/tabs.ts';
import { fault, type Check, type Fault, type Inspection } from './checks.ts';
import { columnsRead } from './source.ts';

const webinarTexts = ['announcement', 'reminder', 'followup', 'moved', 'correction'] as const;

const renamed = (): string =>
  msg`If it has another name, give it its own name again. If not, «npm run init» adds it.`;

/** A tab that is not there, or whose headings are wrong. `so` is the consequence. */
function unreadTab(name: string, state: TabState | undefined, so: string): Fault {
  return state === undefined
    ? fault(msg`There is no tab ${name}, ${so}`, renamed())
    : fault(
        msg`The tab ${state.name} cannot be read, ${so}`,
        msg`Run «npm run check» to see what is wrong with its headings.`,
      );
}

const lacking = (): string => msg`so the mailing may lack its content.`;

/** Workbooks that were made before these columns existed work without them. */
const laterColumns: ReadonlySet<string> = new Set(['slides', 'reason']);

/** A heading that somebody renamed would leave a speaker or an ingress out of every mail, and nobody would see it. */
function tabsReadable({ register, kind }: Inspection): Fault | undefined {
  const keys = (['activities', 'texts', 'slots'] as const).filter(
    (key) => key !== 'slots' || kind !== 'cancelled',
  );
  for (const key of keys) {
    const state: TabState | undefined = register.tabs[key];
    if (state?.headings === undefined) return unreadTab(tabs[key].name, state, lacking());
    const { columns }: Tab = tabs[key];
    const { headings } = state;
    const missing = columnsRead[key].filter(
      (column) => headings[column] === undefined && !laterColumns.has(column),
    );
    if (missing.length === 0) continue;
    const named = inFew(missing.map((column) => `«${columns[column]?.heading ?? column}»`));
    return fault(
      missing.length === 1
        ? msg`The tab ${state.name} has no column ${named}, ${lacking()}`
        : msg`The tab ${state.name} has no columns ${named}, ${lacking()}`,
      renamed(),
    );
  }
  return undefined;
}

function programmeReadable({ register, webinar }: Inspection): Fault | undefined {
  const unread = register.unreadSlots.filter(
    ({ activity, isOff }) => !isOff && (activity === undefined || activity === webinar.id),
  );
  if (unread.length === 0) return undefined;
  const rows = inFew(unread.map(({ row }) => row));
  return fault(
    unread.length === 1
      ? msg`Row ${rows} of Program has errors, and the programme of ${webinar.id} would lack it.`
      : msg`Rows ${rows} of Program have errors, and the programme of ${webinar.id} would lack them.`,
    msg`Run «npm run check» to see them, and correct the row.`,
  );
}

const { announce, remind, followUp, neutral, replyTo } = announcementSettings;
/** Settings that have no check of their own. */
const settingsRead = new Set(
  [
    ...[announce, remind, followUp, neutral, replyTo],
    ...Object.values(partySettings).flatMap((own) => Object.values<{ readonly name: string }>(own)),
  ].map(({ name }) => comparedSetting(name)),
);

/** The settings with faults, by their right names; a misspelt name counts as the setting it was meant for. */
function* unreadSettings(register: Register, now: WallTime): Generator<string> {
  yield* register.tabs.settings?.refused.keys() ?? [];
  for (const { at } of settingsAreReadable(register, now)) if (at.id !== undefined) yield at.id;
  for (const found of settingsAreKnown(register, now))
    if (found.code === 'setting-unknown') yield found.args.nearest;
}

/** A setting that cannot be read gets the default value, which nobody has chosen. */
export function settingsReadable({ register, now }: Pick<Inspection, 'register' | 'now'>): Fault | undefined {
  const state = register.tabs.settings;
  if (state?.headings === undefined)
    return unreadTab(tabs.settings.name, state, msg`so the settings are not known.`);
  const unread = [...unreadSettings(register, now)].filter((name) => settingsRead.has(comparedSetting(name)));
  const named = inFew([...new Set(unread)].map((name) => `«${name}»`));
  if (named === '') return undefined;
  return fault(
    msg`${named} in ${state.name} cannot be read.`,
    msg`Run «npm run check» to see what to write there. Until then the default is used, which nobody has chosen.`,
  );
}

export const sourceChecks = [
  { name: 'tabs-readable', kinds: mailingKinds, fixedFor: [], find: tabsReadable },
  { name: 'programme-readable', kinds: webinarTexts, fixedFor: [], find: programmeReadable },
  { name: 'settings-readable', kinds: mailingKinds, fixedFor: [], find: settingsReadable },
] as const satisfies readonly Check[];
