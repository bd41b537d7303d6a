import { Injectable } from '@nestjs/common'
import type { CostSheet } from '@dangqun/contracts/financing/schemas'
import { feePayeeLabels, repaymentLabels, standingSentence } from '@dangqun/contracts/financing/vocabulary'
import { sayAmount, sayBp, sayMonths, sayPpm, sayYuan, sayYuanInFull } from '@dangqun/contracts/kit/figures'
import { feet, heading, paperColors as colors, paperLeft as left, paperWidth as width, room, table, type Column } from '../platform/papers/paper-table.js'
import { finishPaper, openPaper, type Paper } from '../platform/papers/paper.js'

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
    feet(paper, standingSentence)
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
