import { driveEndpoints } from './endpoints/drive.ts';
import { routeTo } from './endpoints/endpoint.ts';
import { spreadsheetEndpoints } from './endpoints/spreadsheets.ts';
import { mailEndpoints } from './endpoints/mail.ts';
import { valueReadEndpoints } from './endpoints/value-reads.ts';
import { valueWriteEndpoints } from './endpoints/value-writes.ts';
import { oauthRoutes } from './oauth/pages.ts';
import type { Route } from './recorded.ts';

/** Everything that the fake answers. */
export const routes: readonly Route[] = [
  ...oauthRoutes,
  ...[
    ...spreadsheetEndpoints,
    ...valueReadEndpoints,
    ...valueWriteEndpoints,
    ...mailEndpoints,
    ...driveEndpoints,
  ].map(routeTo),
];
