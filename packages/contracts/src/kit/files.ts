/** What may be handed in as a file. The server looks at the bytes, not at the word. */
export const pictureTypes = ['image/jpeg', 'image/png'] as const
export const fileTypes = [...pictureTypes, 'application/pdf'] as const
export type FileType = (typeof fileTypes)[number]

/** What an answer may carry: more than may be handed in. */
export const givenFileTypes = [...fileTypes, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] as const
export type GivenFileType = (typeof givenFileTypes)[number]

/** 5 MB: a photo as phones take it. */
export const mostFileBytes = 5 * 1024 * 1024

/** A file in a request: its bytes are the whole body, its type the `content-type`. */
export interface FileBody {
  type: FileType
  bytes: Uint8Array
}

/** A file in an answer. */
export interface GivenFile {
  type: GivenFileType
  bytes: Uint8Array
}
