/** What the doctor sees of Google Drive, where the register names a folder for minutes. */
import { msg } from '../../domain/msg.ts';
import { folderClosed, noRoomOnDrive } from '../../google/drive-advice.ts';
import type { DriveClient } from '../../google/drive-client.ts';
import { folderOf } from '../minutes/publish.ts';
import { attempt, fault, ok, type Finding } from './finding.ts';

/**
 * Whether the login covers Drive, and documents can be made in the folder. `setting`: «Mappe for referat» as people wrote it;
 * nothing is checked, and Google is not asked, where it is empty.
 */
export async function checkDrive(
  setting: string | undefined,
  connect: () => Promise<DriveClient>,
): Promise<readonly Finding[]> {
  if (setting === undefined) return [];
  const what = 'Drive';
  const checked = await attempt(what, async () => {
    const drive = await connect();
    await drive.requireMaking();
    const folder = await folderOf(setting, drive);
    const { who } = drive;
    // It would be refused when a document is made, and not before.
    const isRoomless = who.kind === 'service-account' && folder.driveId === undefined;
    if (folder.canAddFiles && !isRoomless)
      return ok(what, msg`minutes can be made in the folder «${folder.name}»`);
    const { message, advice } = isRoomless
      ? noRoomOnDrive(who)
      : folderClosed({ what: 'folder', id: folder.id }, who);
    return fault(what, message, advice);
  });
  return [checked];
}
