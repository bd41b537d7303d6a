/** Hands a text to the person as a file of their own. Call it from a tap. */
export async function saveText(name: string, type: 'application/json' | 'text/csv', text: string): Promise<void> {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
