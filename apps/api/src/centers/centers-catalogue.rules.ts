/** The fields that a change really changes; those it does not name stay. */
export function changedFields<Row extends object>(row: Row, change: { readonly [Field in keyof Row]?: Row[Field] | undefined }): (keyof Row & string)[] {
  return (Object.keys(change) as (keyof Row & string)[]).filter((field) => change[field] !== undefined && change[field] !== row[field])
}

/** Whether one list is the other in whatever order, nothing twice. */
export function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const known = new Set(other)
  return one.length === other.length && new Set(one).size === one.length && one.every((each) => known.has(each))
}
