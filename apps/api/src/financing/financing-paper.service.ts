import { Injectable } from '@nestjs/common'
import type { CostSheet } from '@dangqun/contracts/financing/schemas'
import { feePayeeLabels, repaymentLabels, standingSentence } from '@dangqun/contracts/financing/vocabulary'
import { sayAmount, sayBp, sayMonths, sayPpm, sayYuan, sayYuanInFull } from '@dangqun/contracts/kit/figures'
import { finishPaper, openPaper, type Paper } from '../platform/papers/paper.js'

interface Column {
  readonly title: string
  /** In points. */
  readonly width: number
  readonly isFigure?: boolean
}

const colors = { text: '#1c1e21', quiet: '#5b6168', line: '#d7d9dc', ground: '#f4f4f3', accent: '#1e6bb8' }
const left = 48
const width = 595.28 - 2 * left
/** Below this the standing sentence has its place. */
const bottom = 841.89 - 72

const sayRate = (ppm: number | null) => (ppm === null ? '算不出' : sayPpm(ppm))

/** 融资成本测算（参考） on paper: the same figures as the page, every instalment, nobody's name. */
@Injectable()
export class FinancingPaper {
  /** @returns an A4 PDF of as many pages as the instalments take */
  print(sheet: CostSheet): Promise<Uint8Array> {
    const paper = openPaper(`融资成本测算（参考） ${sheet.bankName} ${sheet.productName}`, { margins: { top: left, left, right: left, bottom: 0 }, bufferPages: true })
    head(paper, sheet)
    figures(paper, sheet)
    facts(paper, sheet)
    fees(paper, sheet)
    whatIf(paper, sheet)
    instalments(paper, sheet)
    assumptions(paper, sheet)
    feet(paper)
    return finishPaper(paper)
  }
}

function head(paper: Paper, sheet: CostSheet): void {
  paper.font('bold').fontSize(18).fillColor(colors.text).text('融资成本测算（参考）', left, left)
  paper.font('regular').fontSize(12).moveDown(0.3).text(`${sheet.bankName} · ${sheet.productName}`)
  paper.fontSize(10).fillColor(colors.quiet).moveDown(0.2).text(`借 ${sayAmount(sheet.amountFen)}，${sayMonths(sheet.months)}，${repaymentLabels[sheet.repayment]}；测算日期 ${sheet.drawnOn}`)
  paper.moveDown(0.8)
}

// The all-in rate is never in smaller type than the nominal one (中国人民银行公告〔2021〕第3号).
function figures(paper: Paper, sheet: CostSheet): void {
  const top = paper.y
  const shown: [string, string][] = [[sayRate(sheet.allInPpm), '综合年化（含全部费用）'], [sayBp(sheet.nominalBp), '名义利率'], [sayYuan(sheet.totalCostFen), '一共多付']]
  const each = width / shown.length
  paper.rect(left, top, width, 64).fill(colors.ground)
  shown.forEach(([figure, label], index) => {
    const x = left + 14 + each * index
    paper.font('bold').fontSize(20).fillColor(index === 0 ? colors.accent : colors.text).text(figure, x, top + 8, { width: each - 16, lineBreak: false })
    paper.font('regular').fontSize(9).fillColor(colors.quiet).text(label, x, top + 40, { width: each - 16, lineBreak: false })
  })
  paper.y = top + 64 + 14
}

function facts(paper: Paper, sheet: CostSheet): void {
  const lines: [string, string][] = [
    ['利息', sayYuan(sheet.interestFen)],
    ['利息以外的费用', sheet.fees === null ? '银行没有填写，请当面问清' : sheet.fees.length === 0 ? '无（银行声明无其他费用）' : sayYuan(sheet.feesFen)],
    ['平均每月多付', sayYuan(sheet.monthlyCostFen)],
    ['怎么还', sheet.payments],
    ['利率怎么来', sheet.pricingWords],
    ['计息方式', sheet.dayCountWords],
  ]
  for (const [name, words] of lines) {
    const top = room(paper, 20)
    paper.fontSize(10).fillColor(colors.quiet).text(name, left, top, { width: 110 })
    paper.fillColor(colors.text).text(words, left + 116, top, { width: width - 116 })
    paper.y += 5
  }
}

function fees(paper: Paper, sheet: CostSheet): void {
  if (!sheet.fees || sheet.fees.length === 0) return
  heading(paper, '费用')
  const columns: Column[] = [{ title: '项目', width: 110 }, { title: '付给', width: 90 }, { title: '怎么收', width: width - 300 }, { title: '合计（元）', width: 100, isFigure: true }]
  table(paper, columns, sheet.fees.map(({ name, payee, words, totalFen }) => [name, feePayeeLabels[payee], words, sayYuanInFull(totalFen)]))
}

function whatIf(paper: Paper, sheet: CostSheet): void {
  const say = (title: string, { allInPpm, totalCostFen }: NonNullable<CostSheet['plus50']>) => `${title}：综合年化 ${sayRate(allInPpm)}，一共多付 ${sayYuan(totalCostFen)}`
  const lines = [sheet.plus50 && say('如果 LPR 上调 50 基点', sheet.plus50), sheet.ninetyDays && say('如果只用 90 天', sheet.ninetyDays)].filter((line) => line !== null)
  if (lines.length === 0) return
  heading(paper, '如果情况变了')
  for (const line of lines) paper.fontSize(10).fillColor(colors.text).text(line, left, room(paper, 18), { width }).moveDown(0.3)
}

function instalments(paper: Paper, sheet: CostSheet): void {
  heading(paper, '还款计划')
  const money = (width - 130) / 4
  const columns: Column[] = [{ title: '期', width: 46 }, { title: '日期', width: 84 }, ...['本金（元）', '利息（元）', '费用（元）', '还欠本金（元）'].map((title) => ({ title, width: money, isFigure: true }))]
  table(paper, columns, sheet.instalments.map(({ month, on, principalFen, interestFen, feesFen, balanceFen }) => [month === 0 ? '放款' : String(month), on, ...[principalFen, interestFen, feesFen, balanceFen].map(sayYuanInFull)]))
}

function assumptions(paper: Paper, sheet: CostSheet): void {
  heading(paper, '怎么算的')
  sheet.assumptions.forEach((words, index) => {
    paper.fontSize(9).fillColor(colors.quiet).text(`${index + 1}. ${words}`, left, room(paper, 28), { width }).moveDown(0.25)
  })
}

function feet(paper: Paper): void {
  const { start, count } = paper.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    paper.switchToPage(page)
    paper.moveTo(left, bottom + 12).lineTo(left + width, bottom + 12).lineWidth(0.5).stroke(colors.line)
    paper.fontSize(8).fillColor(colors.quiet)
    paper.text(standingSentence, left, bottom + 20, { width: width - 80, lineBreak: false })
    paper.text(`第 ${page - start + 1} 页，共 ${count} 页`, left + width - 80, bottom + 20, { width: 80, align: 'right', lineBreak: false })
  }
}

function heading(paper: Paper, words: string): void {
  const top = room(paper, 60) + 10
  paper.font('bold').fontSize(12).fillColor(colors.text).text(words, left, top).font('regular')
  paper.y += 4
}

/** Rows of one or more lines; the titles stand again on each page. */
function table(paper: Paper, columns: readonly Column[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[], color: string) => {
    const height = Math.max(...cells.map((cell, index) => paper.heightOfString(cell, { width: columns[index]?.width ?? 0 })))
    const top = paper.y
    let x = left
    columns.forEach(({ width: most, isFigure }, index) => {
      paper.fillColor(color).text(cells[index] ?? '', x, top, { width: most - 6, align: isFigure ? 'right' : 'left' })
      x += most
    })
    paper.moveTo(left, top + height + 2).lineTo(left + width, top + height + 2).lineWidth(0.4).stroke(colors.line)
    paper.y = top + height + 5
  }
  const titles = () => line(columns.map(({ title }) => title), colors.quiet)
  paper.fontSize(9)
  titles()
  for (const row of rows) {
    if (paper.y > bottom - 18) {
      paper.addPage()
      titles()
    }
    line(row, colors.text)
  }
}

/** Goes to a new page unless this much is left of the present one. @returns where to go on */
function room(paper: Paper, points: number): number {
  if (paper.y > bottom - points) paper.addPage()
  return paper.y
}
