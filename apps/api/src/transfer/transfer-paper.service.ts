import { Injectable } from '@nestjs/common'
import { memberCategoryLabels } from '@dangqun/contracts/organization/members/vocabulary'
import QRCode from 'qrcode'
import { finishPaper, openPaper, pointsPerMm, type Paper } from '../platform/papers/paper.js'
import { letterPlaces, type PrintedText, type PrinterOffset } from './transfer-letter.rules.js'
import type { SlipFields } from './transfer-slip.rules.js'

const mm = pointsPerMm
const [sheetWidth, sheetHeight] = [210, 297]
const bodyPoints = 11
const colors = { text: '#1b1c1e', quiet: '#5b6168', line: '#c9c9c5' }

/** The papers of a transfer as PDF: the letter's words for the official blank, a test print, the 办理凭条. */
@Injectable()
export class TransferPaper {
  /** Text only, each at its place; anything more would be 涂改 (R08). */
  printTexts(texts: readonly PrintedText[]): Promise<Uint8Array> {
    const paper = openPaper('介绍信套打', { margin: 0 })
    for (const text of texts) place(paper, text)
    return finishPaper(paper)
  }

  /** On plain paper: rulers along two edges and a cross where each word would begin, to be laid over the blank. */
  printTest(offset: PrinterOffset): Promise<Uint8Array> {
    const paper = openPaper('介绍信试印', { margin: 0 })
    ruler(paper)
    for (const { text, x, y, width } of letterPlaces(offset)) {
      paper.moveTo((x - 2) * mm, y * mm).lineTo((x + 2) * mm, y * mm).moveTo(x * mm, (y - 2) * mm).lineTo(x * mm, (y + 2) * mm).lineWidth(0.5).stroke(colors.text)
      paper.moveTo(x * mm, (y + 0.8) * mm).lineTo((x + width) * mm, (y + 0.8) * mm).lineWidth(0.25).stroke(colors.line)
      place(paper, { text, x: x + 1, y, width }, 8)
    }
    const words = [`向右 ${offset.xMm} 毫米，向下 ${offset.yMm} 毫米`, '把这张纸叠在空白介绍信上对着光看：十字应落在每一栏的起点。', '差多少，就在打印机设置里改多少：字偏左填正数，偏右填负数；偏上填正数，偏下填负数。']
    words.forEach((line, index) => paper.font(index === 0 ? 'bold' : 'regular').fontSize(10).fillColor(colors.text).text(line, 22 * mm, (258 + index * 7) * mm, { lineBreak: false }))
    return finishPaper(paper)
  }

  /** A5 for the member: what was handed in, until when it holds, and the code that anybody may check. */
  printSlip(fields: SlipFields, address: string): Promise<Uint8Array> {
    const paper = openPaper('办理凭条', { size: 'A5', margin: 0 })
    const left = 16 * mm
    const width = (148 - 32) * mm
    paper.font('bold').fontSize(22).fillColor(colors.text).text('组织关系接转办理凭条', left, 18 * mm, { width, align: 'center' })
    paper.font('regular').fontSize(12).fillColor(colors.quiet).text('不具介绍信效力，仅供本人留存和接收方核对', left, 30 * mm, { width, align: 'center' })
    const lines: [string, string][] = [
      ['姓名', fields.name], ['党员类别', fields.category ? memberCategoryLabels[fields.category] : ''], ['从', fields.from], ['转到', fields.to], ...(fields.letterNumber ? [['介绍信编号', fields.letterNumber] as [string, string]] : []),
      ['出具日期', sayDay(fields.issuedOn)], ['有效期至', sayDay(fields.validUntil)],
    ]
    let y = 44 * mm
    for (const [label, words] of lines) {
      paper.font('regular').fontSize(11).fillColor(colors.quiet).text(label, left, y, { lineBreak: false })
      paper.font('bold').fontSize(12).fillColor(colors.text).text(words, left + 30 * mm, y - 0.5, { width: width - 30 * mm })
      y = Math.max(paper.y, y + 5 * mm) + 3 * mm
      paper.moveTo(left, y - 1.5 * mm).lineTo(left + width, y - 1.5 * mm).lineWidth(0.4).stroke(colors.line)
    }
    const edge = 44 * mm
    const top = 140 * mm
    drawCode(paper, address, left, top, edge)
    paper.font('bold').fontSize(12).fillColor(colors.text).text('扫码查验', left + edge + 8 * mm, top + 4 * mm, { lineBreak: false })
    paper.font('regular').fontSize(10.5).fillColor(colors.quiet).text('任何人都能查到出具日期、有效期和办理进度，查不到姓名。写明的接收党委登录后才能核对姓名。改动过的码查不出来。', left + edge + 8 * mm, top + 11 * mm, { width: width - edge - 8 * mm, lineGap: 3 })
    return finishPaper(paper)
  }
}

/** On its base line; text that is longer than its place is set narrower, never cut. */
function place(paper: Paper, { text, x, y, width }: PrintedText, points = bodyPoints): void {
  if (text === '') return
  paper.font('regular').fontSize(points).fillColor('#000000')
  const narrower = Math.min(1, (width * mm) / paper.widthOfString(text))
  paper.save().translate(x * mm, y * mm).scale(narrower, 1)
  paper.text(text, 0, 0, { lineBreak: false, baseline: 'alphabetic' }).restore()
}

function ruler(paper: Paper): void {
  paper.font('regular').fontSize(6).fillColor(colors.quiet)
  for (let at = 0; at <= sheetHeight; at += 1) {
    const length = at % 10 === 0 ? 5 : at % 5 === 0 ? 3.5 : 2
    if (at <= sheetWidth) paper.moveTo(at * mm, 0).lineTo(at * mm, length * mm)
    paper.moveTo(0, at * mm).lineTo(length * mm, at * mm)
  }
  paper.lineWidth(0.25).stroke(colors.quiet)
  for (let at = 10; at < sheetHeight; at += 10) {
    if (at < sheetWidth) paper.text(String(at), at * mm + 1, 5 * mm, { lineBreak: false })
    paper.text(String(at), 5.5 * mm, at * mm - 3, { lineBreak: false })
  }
}

/** A QR code as vectors, sharp on any printer. */
function drawCode(paper: Paper, words: string, left: number, top: number, edge: number): void {
  const { modules } = QRCode.create(words, { errorCorrectionLevel: 'M' })
  const size = edge / modules.size
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) if (modules.get(row, column)) paper.rect(left + column * size, top + row * size, size, size)
  }
  paper.fill('#000000')
}

/** `2026-12-01` → 2026年12月1日 */
function sayDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
