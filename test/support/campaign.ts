/**
 * What is too long for every day: `npm test` plays a share of it, so that most breaks are seen at once, and
 * `npm run test:campaigns` the rest or, of what is drawn by chance, many more, in the files that import this module.
 */
export const isCampaign = process.env['FELLES_CAMPAIGN'] !== undefined;

/** How often something that is drawn by chance is played: `few` with `npm test`, `all` in a campaign. */
export const share = (few: number, all: number): number => (isCampaign ? all : few);
