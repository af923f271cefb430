import type { Endpoint } from './endpoint.ts';
import { spreadsheetEndpoints } from './spreadsheets.ts';

/** Every method of the Sheets API that the fake answers. */
export const endpoints: readonly Endpoint[] = [...spreadsheetEndpoints];
