/** A file or a folder as the Drive API describes it: https://developers.google.com/workspace/drive/api/reference/rest/v3/files */
import { z } from 'zod';
import { wallTimeOfUtc } from '../domain/time.ts';

export const documentType = 'application/vnd.google-apps.document';
export const folderType = 'application/vnd.google-apps.folder';
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What marks a file as ours: Drive's `appProperties`, which only the OAuth client's own project sees. */
export type Marks = Readonly<Record<string, string>>;

const user = z.object({
  displayName: z.string().optional(),
  emailAddress: z.string().optional(),
  me: z.boolean().default(false),
});

/** What is asked for of each file, as a field mask. */
export const fileFields =
  'id,name,mimeType,webViewLink,trashed,createdTime,modifiedTime,lastModifyingUser(displayName,emailAddress,me),size,driveId,appProperties,capabilities/canAddChildren';

/** One file. */
export const fileSchema = z
  .object({
    id: z.string().min(1),
    name: z.string(),
    mimeType: z.string(),
    webViewLink: z.url({ protocol: /^https$/u }),
    trashed: z.boolean().default(false),
    createdTime: z.iso.datetime(),
    modifiedTime: z.iso.datetime(),
    lastModifyingUser: user.optional(),
    size: z.string().regex(/^\d+$/u).optional(),
    driveId: z.string().optional(),
    appProperties: z.record(z.string(), z.string()).default({}),
    capabilities: z.object({ canAddChildren: z.boolean().optional() }).optional(),
  })
  .transform((given) => ({
    id: given.id,
    name: given.name,
    type: given.mimeType,
    /** Where people open it. */
    link: given.webViewLink,
    /** In the bin, by itself or with its folder. */
    isTrashed: given.trashed,
    /** As Google writes it, `2026-11-23T11:00:00.000Z`: later is greater. */
    created: given.createdTime,
    /** Oslo time. */
    modified: wallTimeOfUtc(given.modifiedTime),
    /** Who changed it last; undefined where that was somebody without an account. */
    modifiedBy: given.lastModifyingUser && {
      name: given.lastModifyingUser.displayName ?? given.lastModifyingUser.emailAddress,
      isMe: given.lastModifyingUser.me,
    },
    /** Bytes. */
    size: given.size === undefined ? undefined : Number(given.size),
    /** The shared drive it is on. */
    driveId: given.driveId,
    marks: given.appProperties,
    /** Of a folder: whether this account may make files in it. */
    canAddFiles: given.capabilities?.canAddChildren !== false,
  }));

export type DriveFile = z.output<typeof fileSchema>;

/** What a search finds. */
export const listSchema = z.object({ files: z.array(fileSchema).default([]) });
