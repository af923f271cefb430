/** Which of Drive's own reasons means what: https://developers.google.com/workspace/drive/api/guides/handle-errors */
import type { UserError } from '../domain/user-error.ts';
import type { OnDrive, Who } from './advice.ts';
import * as words from './drive-advice.ts';

/** How Drive refused: the status, its reasons in lower case, and its text, tidied. */
export interface DriveRefusal {
  readonly status: number;
  readonly reasons: ReadonlySet<string | undefined>;
  readonly said: string;
}

/** The reasons that only Drive has. Undefined for what all of Google's services say alike. */
export function driveRefusal(
  { status, reasons, said }: DriveRefusal,
  on: OnDrive,
  who: Who,
): UserError | undefined {
  if (status === 404) return words.notOnDrive(on, who);
  if (status !== 403) return undefined;
  const has = (...names: readonly string[]): boolean => names.some((name) => reasons.has(name.toLowerCase()));
  if (has('storageQuotaExceeded') || /storage quota/iu.test(said)) return words.noRoomOnDrive(who);
  if (has('exportSizeLimitExceeded')) return words.tooLargeToExport(on);
  if (has('insufficientParentPermissions')) return words.folderClosed(on, who);
  if (has('cannotExportFile', 'cannotDownloadFile')) return words.notToBeRead(on, who);
  if (has('teamDriveFileLimitExceeded', 'numChildrenInNonRootLimitExceeded')) return words.folderFull();
  if (has('appNotAuthorizedToFile')) return words.driveTooNarrow(who, on.what === 'folder');
  if (has('insufficientFilePermissions', 'forbidden'))
    return on.what === 'folder' ? words.folderClosed(on, who) : words.notToBeRead(on, who);
  return undefined;
}
