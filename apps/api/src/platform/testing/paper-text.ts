import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A piece of text on a paper, its left end and base line in millimetres from the page's upper left corner. */
export interface PrintedText {
  page: number
  text: string
  x: number
  y: number
}

/** Reads a PDF back as any reader would. */
export async function readPaper(bytes: Uint8Array): Promise<PrintedText[]> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false }).promise
  const printed: PrintedText[] = []
  for (let page = 1; page <= document.numPages; page += 1) {
    const sheet = await document.getPage(page)
    const { height } = sheet.getViewport({ scale: 1 })
    for (const item of (await sheet.getTextContent()).items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [, , , , x = 0, y = 0] = item.transform as number[]
      printed.push({ page, text: item.str, x: (x * 25.4) / 72, y: ((height - y) * 25.4) / 72 })
    }
  }
  await document.destroy()
  return printed
}
