import * as z from 'zod'
import { fileTypes, givenFileTypes, mostFileBytes, type FileType } from './files.js'

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, '请选择文件')

/** A file that was sent as the body of a request. */
export function fileBody(types: readonly FileType[]) {
  return z.object({
    type: z.enum(fileTypes).refine((type) => types.includes(type), '这里不能用这种文件'),
    bytes: bytes.refine(({ length }) => length > 0 && length <= mostFileBytes, '文件是空的，或超过 5 MB'),
  }, { error: '请选择文件' })
}

/** A file that an answer carries: the bytes are its body, the rest its headers. */
export const fileReply = z.object({
  type: z.enum(givenFileTypes),
  bytes,
  name: z.string(),
  /** Anybody may keep it for good: a file never changes under its id. */
  isPublic: z.boolean(),
})
export type FileReply = z.infer<typeof fileReply>
