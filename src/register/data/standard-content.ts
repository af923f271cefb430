import type { WorkbookContent } from '../setup.ts';
import { recipientRows } from './recipient-rows.ts';
import { settingRows } from './setting-rows.ts';

/**
 * What every workbook starts with: the settings, explained, and the municipalities and county authorities with their
 * språkvedtak and centrality. No addresses: people find those themselves.
 */
export function standardContent(): WorkbookContent {
  return { recipients: recipientRows(() => undefined), settings: settingRows() };
}
