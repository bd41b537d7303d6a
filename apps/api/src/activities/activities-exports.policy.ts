/** Somebody at a centre who may read its sign-ups. */
export interface ExportReader {
  readonly accountId: string
  readonly approves: boolean
}

/** One's own, and everybody's for who decides. */
export function maySeeExport({ askedBy }: { readonly askedBy: string }, reader: ExportReader): boolean {
  return askedBy === reader.accountId || reader.approves
}

/** DOMAIN.md §5: a second person. Nobody agrees to their own. */
export function mayDecideExport({ askedBy }: { readonly askedBy: string }, reader: ExportReader): boolean {
  return reader.approves && askedBy !== reader.accountId
}

/** The file is for who asked, and for nobody else, whatever their role. */
export function mayTakeExport({ askedBy }: { readonly askedBy: string }, reader: ExportReader): boolean {
  return askedBy === reader.accountId
}
