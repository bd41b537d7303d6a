import ExcelJS from 'exceljs'
import { marginText, plainCell, sheetName } from './sheet-cells.rules.js'

export interface Sheet {
  readonly name: string
  /** Said above the table, on its first lines, and in the margins of every page that is printed. */
  readonly watermark: readonly string[]
  readonly columns: readonly { readonly title: string; readonly width: number }[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** Of a row, points. */
const lineHeight = 18

/** An xlsx of one sheet. Every text is stored as text, none as a formula. */
export async function writeSheet({ name, watermark, columns, rows }: Sheet): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(sheetName(name), {
    views: [{ state: 'frozen', ySplit: watermark.length + 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${watermark.length + 1}:${watermark.length + 1}` },
  })
  const said = watermark.join(' · ')
  sheet.headerFooter = { oddHeader: `&C${marginText(said, 2)}`, oddFooter: `&C${marginText(said, 16)}  &P / &N` }
  columns.forEach((column, index) => (sheet.getColumn(index + 1).width = column.width))
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  watermark.forEach((line, index) => {
    const row = sheet.addRow([plainCell(line)])
    row.font = { color: { argb: 'FF8C2F2F' }, bold: index === 0 }
    row.alignment = { wrapText: true, vertical: 'middle' }
    // A merged cell is clipped at its edge, and does not grow by itself.
    row.height = lineHeight * Math.ceil((line.length * 2) / width)
    sheet.mergeCells(row.number, 1, row.number, columns.length)
  })
  sheet.addRow(columns.map(({ title }) => plainCell(title))).font = { bold: true }
  for (const row of rows) sheet.addRow(row.map((cell) => (typeof cell === 'string' ? plainCell(cell) : cell)))
  return new Uint8Array(await book.xlsx.writeBuffer())
}
