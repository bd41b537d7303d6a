import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

const fontOf = (file: string) => createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-serif-sc/${file}.ttf`)

export type Paper = PDFKit.PDFDocument

/** Points of one millimetre: PDF measures in 1/72 of an inch. */
export const pointsPerMm = 72 / 25.4

/**
 * A new paper whose fonts `regular` and `bold` hold every character of GB 18030's common ones; only those that are used
 * travel with it. A4 with margins of an inch unless `options` say otherwise, in points.
 */
export function openPaper(title: string, options: PDFKit.PDFDocumentOptions = {}): Paper {
  const paper = new PDFDocument({ size: 'A4', lang: 'zh-CN', ...options, info: { Title: title, ...options.info } })
  paper.registerFont('regular', fontOf('400Regular/NotoSerifSC_400Regular'))
  paper.registerFont('bold', fontOf('700Bold/NotoSerifSC_700Bold'))
  return paper.font('regular')
}

/** Ends the paper. @returns its bytes */
export function finishPaper(paper: Paper): Promise<Uint8Array> {
  const parts: Buffer[] = []
  return new Promise((resolve, reject) => {
    paper.on('data', (part: Buffer) => parts.push(part))
    paper.on('end', () => resolve(Buffer.concat(parts)))
    paper.on('error', reject)
    paper.end()
  })
}
