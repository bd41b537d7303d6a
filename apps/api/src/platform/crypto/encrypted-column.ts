/** A column that holds ciphertext. A slice declares its own; `app/encrypted-columns.ts` lists them all for the rotation. */
export interface EncryptedColumn {
  readonly table: string
  readonly column: string
  /** The column that names the row: part of what a ciphertext is bound to. */
  readonly key: string
  /** Whether rows belong to a centre (`center_id`). */
  readonly isTenant: boolean
  /** For exact look-up: where the blind index stands, and the one form that equal values have. */
  readonly index: { readonly column: string; readonly normalise: (value: string) => string } | null
}

/** Which row a ciphertext belongs to; it opens nowhere else. */
export interface EncryptedRow {
  /** null in a global table. */
  readonly centerId: string | null
  /** The value of the column's `key`. */
  readonly id: string
}

/** Seals single values of single rows. */
export interface Sealing {
  /** @returns `algorithm.keyId.payload`, of visible ASCII */
  seal(column: EncryptedColumn, row: EncryptedRow, plain: string): string
  /** @throws SealError for a text that was changed, moved from another row or column, or sealed under a key that is not given */
  open(column: EncryptedColumn, row: EncryptedRow, sealed: string): string
  /** 32 bytes that equal values of one column and centre share, and nobody can compute without the index key. */
  blindIndex(column: EncryptedColumn, centerId: string | null, plain: string): Buffer
}
