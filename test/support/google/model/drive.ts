/** Google Drive as people see it: folders, documents, the bin. */
import type { Role } from '../state.ts';

export const folderType = 'application/vnd.google-apps.folder';
export const documentType = 'application/vnd.google-apps.document';
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export interface DriveItem {
  readonly id: string;
  name: string;
  readonly mimeType: string;
  parents: readonly string[];
  readonly appProperties: Readonly<Record<string, string>>;
  /** What it holds: of a document, what an export gives. */
  bytes: Buffer;
  isTrashed: boolean;
  readonly owner: string;
  readonly created: number;
  modified: number;
  /** The address; undefined for somebody without an account. */
  modifiedBy: string | undefined;
  /** Made with a token of the app, so that `drive.file` covers it for its owner. */
  readonly isOfApp: boolean;
  readonly driveId: string | undefined;
  /** By address; who is not named has the role of everybody, and in a folder the role in the folder. */
  readonly roles: Map<string, Role>;
  everybody: Role | undefined;
  /** In how many searches from now on the index does not have it: by its marks, and by its folder. */
  hidden: { byMarks: number; byFolder: number };
}

export interface ItemStart {
  readonly name?: string;
  readonly mimeType?: string;
  readonly folder?: string;
  readonly bytes?: Uint8Array;
  readonly owner?: string;
  readonly appProperties?: Readonly<Record<string, string>>;
  readonly isOfApp?: boolean;
  /** The shared drive that it is on. */
  readonly driveId?: string;
  readonly everybody?: Role;
}

export class FakeDrive {
  readonly items = new Map<string, DriveItem>();
  /** How long the index does not have new files: in how many searches. */
  lag = { byMarks: 0, byFolder: 0 };
  /** Whether the project has the Drive API switched on. */
  isEnabled = true;
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Makes a folder or a file, and returns its id. */
  add(start: ItemStart): string {
    const { mimeType = documentType, folder, owner = 'kari@example.no', driveId } = start;
    const id = `1Fake-Drive-File_${String(this.items.size + 1).padStart(27, '0')}`;
    const now = this.#clock();
    this.items.set(id, {
      id,
      name: start.name ?? 'Uten navn',
      mimeType,
      parents: folder === undefined ? [] : [folder],
      appProperties: start.appProperties ?? {},
      bytes: Buffer.from(start.bytes ?? []),
      isTrashed: false,
      owner,
      created: now,
      modified: now,
      modifiedBy: owner,
      isOfApp: start.isOfApp ?? false,
      driveId: driveId ?? (folder === undefined ? undefined : this.item(folder).driveId),
      roles: new Map(),
      everybody: start.everybody,
      hidden: { ...this.lag },
    });
    return id;
  }

  addFolder(start: Omit<ItemStart, 'mimeType' | 'bytes'> = {}): string {
    return this.add({ everybody: 'writer', name: 'Referater', ...start, mimeType: folderType });
  }

  item(id: string): DriveItem {
    const item = this.items.get(id);
    if (item === undefined) throw new Error(`there is no ${id} on the fake Drive`);
    return item;
  }

  /** What somebody writes in a document. */
  type(id: string, bytes: Uint8Array, by?: string): void {
    Object.assign(this.item(id), { bytes: Buffer.from(bytes), modified: this.#clock(), modifiedBy: by });
  }

  /** What an address may do. */
  roleOf(item: DriveItem, email: string): Role {
    if (item.owner === email) return 'writer';
    const own = item.roles.get(email) ?? item.everybody;
    if (own !== undefined) return own;
    const [parent] = item.parents.flatMap((id) => this.items.get(id) ?? []);
    return parent === undefined ? 'none' : this.roleOf(parent, email);
  }

  /** In the bin by itself, or with its folder. */
  isTrashed(item: DriveItem): boolean {
    return item.isTrashed || item.parents.some((id) => this.items.get(id)?.isTrashed === true);
  }
}
