import type { Paper } from './paper.js'

/** Of an A4 sheet with margins of 48 points, in points. */
export const paperLeft = 48
export const paperWidth = 595.28 - 2 * paperLeft
/** Below this the words at the foot have their place. */
const paperBottom = 841.89 - 72

export const paperColors = { text: '#1c1e21', quiet: '#5b6168', line: '#d7d9dc', ground: '#f4f4f3', accent: '#1e6bb8' }

/** Between two columns, in points. */
const gap = 6

export interface Column {
  readonly title: string
  /** In points. */
  readonly width: number
  readonly isFigure?: boolean
}

/** A line of words and the number at the foot of every page; last of all, of a paper that buffers its pages. */
export function feet(paper: Paper, words: string): void {
  const { start, count } = paper.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    paper.switchToPage(page)
    paper.moveTo(paperLeft, paperBottom + 12).lineTo(paperLeft + paperWidth, paperBottom + 12).lineWidth(0.5).stroke(paperColors.line)
    paper.fontSize(8).fillColor(paperColors.quiet)
    paper.text(words, paperLeft, paperBottom + 20, { width: paperWidth - 80, lineBreak: false })
    paper.text(`第 ${page - start + 1} 页，共 ${count} 页`, paperLeft + paperWidth - 80, paperBottom + 20, { width: 80, align: 'right', lineBreak: false })
  }
}

/** A part's title, kept with what follows it. */
export function heading(paper: Paper, words: string): void {
  const top = room(paper, 60) + 10
  paper.font('bold').fontSize(12).fillColor(paperColors.text).text(words, paperLeft, top).font('regular')
  paper.y += 4
}

/** Rows of one or more lines; the titles stand again on each page. */
export function table(paper: Paper, columns: readonly Column[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[], color: string) => {
    const height = Math.max(...cells.map((cell, index) => paper.heightOfString(cell, { width: (columns[index]?.width ?? 0) - gap })))
    const top = paper.y
    let x = paperLeft
    columns.forEach(({ width: most, isFigure }, index) => {
      paper.fillColor(color).text(cells[index] ?? '', x, top, { width: most - gap, align: isFigure ? 'right' : 'left' })
      x += most
    })
    paper.moveTo(paperLeft, top + height + 2).lineTo(paperLeft + paperWidth, top + height + 2).lineWidth(0.4).stroke(paperColors.line)
    paper.y = top + height + 5
  }
  const titles = () => line(columns.map(({ title }) => title), paperColors.quiet)
  paper.fontSize(9)
  titles()
  for (const row of rows) {
    if (paper.y > paperBottom - 18) {
      paper.addPage()
      titles()
    }
    line(row, paperColors.text)
  }
}

/** Goes to a new page unless this much is left of the present one. @returns where to go on */
export function room(paper: Paper, points: number): number {
  if (paper.y > paperBottom - points) paper.addPage()
  return paper.y
}
