/** What a phone opens: this address is printed on posters, so it stays for ever. */
export function entryAddress(code: string): string {
  return `${window.location.origin}/#/pages/index/index?scene=${encodeURIComponent(code)}`
}
