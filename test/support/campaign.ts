/**
 * What is too long for every day: `npm run test:campaigns` plays all of it, in the files that import this module, and
 * `npm test` a share, so that most breaks are seen at once.
 */
export const isCampaign = process.env['FELLES_CAMPAIGN'] !== undefined;

/** How often something is played: `few` with `npm test`, `all` in a campaign. */
export const share = (few: number, all: number): number => (isCampaign ? all : few);
