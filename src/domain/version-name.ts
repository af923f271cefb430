/** `A-2026-017.v2`: how the record names a version that was kept of the programme or the minutes of an activity. */
export const versionName = (activity: string, version: number): string => `${activity}.v${String(version)}`;

const form = /^(?<activity>A-\d{4}-\d+)\.v(?<version>[1-9]\d{0,5})$/u;

/** The reverse; undefined for any other text. */
export function parseVersionName(
  text: string,
): { readonly activity: string; readonly version: number } | undefined {
  const { activity, version } = form.exec(text.trim())?.groups ?? {};
  return activity === undefined ? undefined : { activity, version: Number(version) };
}
