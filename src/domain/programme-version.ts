/** `A-2027-004.v3`: how the record names a released version of the programme of an activity. */
export const programmeVersion = (activity: string, version: number): string =>
  `${activity}.v${String(version)}`;

const form = /^(?<activity>A-\d{4}-\d+)\.v(?<version>[1-9]\d{0,5})$/u;

/** The reverse; undefined for any other text. */
export function parseProgrammeVersion(
  text: string,
): { readonly activity: string; readonly version: number } | undefined {
  const { activity, version } = form.exec(text.trim())?.groups ?? {};
  return activity === undefined ? undefined : { activity, version: Number(version) };
}
