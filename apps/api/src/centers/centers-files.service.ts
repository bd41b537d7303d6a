import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import type { FileReply } from '@dangqun/contracts/kit/file.schemas'
import type { FileBody, FileType } from '@dangqun/contracts/kit/files'
import { v7 as uuidv7 } from 'uuid'
import { Units } from '../platform/database/units.js'
import { readPicture, typeOfBytes } from '../platform/files/file-content.rules.js'
import { FileStorage } from '../platform/files/file-storage.js'
import type { CenterScope, SignedInCenterScope } from '../platform/http/scope.js'
import { refuseCenters } from './centers.errors.js'
import { deleteRemoved, insertFile, knownFiles, markRemoved, readFileRow, type FileRow } from './centers-files.queries.js'

export interface FileSubject {
  /** The slice whose rule says who may see the file. */
  readonly slice: string
  readonly id: string
}

export type FileRule = (scope: CenterScope, subject: FileSubject) => Promise<boolean>

const hourMs = 3_600_000
/** A request that stores bytes has long ended by then, one way or the other. */
const orphanAfterMs = hourMs
/** For whoever still has the old page open. */
const removedAfterMs = 24 * hourMs
const mostPixels = 8000
const typeWords: Record<FileType, string> = { 'image/jpeg': 'JPG', 'image/png': 'PNG', 'application/pdf': 'PDF' }
const endings: Record<FileType, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' }

/** Files of a centre: bytes first, then the row in the caller's transaction; read through the rule of the slice they belong to. */
@Injectable()
export class FilesService {
  private readonly rules = new Map<string, FileRule>()

  constructor(
    private readonly storage: FileStorage,
    private readonly units: Units,
  ) {}

  /** Who may see the files of a slice that are not public; without a rule nobody may. Call it in `onModuleInit`. */
  guard(slice: string, rule: FileRule): void {
    this.rules.set(slice, rule)
  }

  /**
   * Keeps a file. If the transaction fails, the bytes are swept later.
   * @returns its id
   * @throws AppError `centers.fileWrongType` when the bytes are of no such type, `centers.pictureTooLarge`
   */
  async keep({ manager, centerId, now, caller }: SignedInCenterScope, subject: FileSubject, given: FileBody, options: { types: readonly FileType[]; isPublic: boolean }): Promise<string> {
    const type = typeOfBytes(given.bytes)
    const wrong = () => refuseCenters('centers.fileWrongType', { types: options.types.map((each) => typeWords[each]).join('、') })
    if (type === null || !options.types.includes(type)) throw wrong()
    const bytes = type === 'application/pdf' ? given.bytes : pictureOf(type, given.bytes, wrong)
    const id = uuidv7()
    await this.storage.put(`${centerId}/${id}`, bytes)
    await insertFile(manager, {
      id, subject_slice: subject.slice, subject_id: subject.id, type, is_public: options.isPublic, size: bytes.length, sha256: createHash('sha256').update(bytes).digest(), at: now, by: caller.accountId,
    })
    return id
  }

  /** The file is gone for everybody when the transaction commits; its bytes follow a day later. */
  async remove({ manager, now }: CenterScope, id: string): Promise<void> {
    await markRemoved(manager, id, now)
  }

  /** @throws AppError `centers.fileNotFound`, also for what the caller may not know of */
  async open(scope: CenterScope, id: string): Promise<FileReply> {
    const row = await readFileRow(scope.manager, id)
    if (!row || !(await this.maySee(scope, row))) throw refuseCenters('centers.fileNotFound')
    const bytes = await this.storage.get(`${scope.centerId}/${id}`)
    if (!bytes) throw refuseCenters('centers.fileNotFound')
    return { type: row.type, bytes, name: `${id}.${endings[row.type]}`, isPublic: row.is_public }
  }

  /** Removes the bytes of files that were given up a day ago, and of those whose transaction never committed. */
  async sweep(centerId: string, now: Date): Promise<void> {
    const gone = await this.units.runAt(centerId, (manager) => deleteRemoved(manager, new Date(now.getTime() - removedAfterMs)))
    for (const id of gone) await this.storage.remove(`${centerId}/${id}`)
    const old: string[] = []
    for await (const { key, storedAt } of this.storage.list(centerId)) if (now.getTime() - storedAt.getTime() > orphanAfterMs) old.push(key.slice(centerId.length + 1))
    const known = await this.units.runAt(centerId, (manager) => knownFiles(manager, old))
    for (const id of old) if (!known.has(id)) await this.storage.remove(`${centerId}/${id}`)
  }

  private async maySee(scope: CenterScope, row: FileRow): Promise<boolean> {
    if (row.is_public) return true
    return (await this.rules.get(row.subject_slice)?.(scope, { slice: row.subject_slice, id: row.subject_id })) ?? false
  }
}

function pictureOf(type: 'image/jpeg' | 'image/png', given: Uint8Array, wrong: () => Error): Uint8Array {
  const picture = readPicture(type, given)
  if (!picture) throw wrong()
  if (Math.max(picture.width, picture.height) > mostPixels) throw refuseCenters('centers.pictureTooLarge', { most: mostPixels })
  return picture.bytes
}
