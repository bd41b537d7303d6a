/** `3`, from a hundred on `99+`, nothing for none. */
export function sayUnread(count: number): string {
  if (count === 0) return ''
  return count > 99 ? '99+' : String(count)
}
