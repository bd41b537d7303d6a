import { Injectable } from '@nestjs/common'
import { closeReasonLabels, type CloseReason } from '@dangqun/contracts/financing/demands/vocabulary'
import type { Figures, FiguresCell, FinancingFigures } from '@dangqun/contracts/financing/figures/schemas'
import { fewestFirms, figureReasonKindLabels, type FigureReasonKind } from '@dangqun/contracts/financing/figures/vocabulary'
import { declineCodeLabels, notDrawnReasonLabels, type DeclineCode, type NotDrawnReason } from '@dangqun/contracts/financing/referrals/vocabulary'
import { sayAmount, sayBp } from '@dangqun/contracts/kit/figures'
import { feet, heading, paperColors as colors, paperLeft as left, paperWidth as width, room, table, type Column } from '../platform/papers/paper-table.js'
import { finishPaper, openPaper, type Paper } from '../platform/papers/paper.js'

const hidden = '不显示'
const say = (value: number | null, words: (value: number) => string = String) => (value === null ? hidden : words(value))
const sayPermille = (permille: number) => `${(permille / 10).toFixed(1)}%`
/** Nothing to take a share or a mean of is not the same as something that is kept back. */
const orNone = (value: number | null, of: number | null, words: (value: number) => string) => (value === null && of === 0 ? '—' : say(value, words))

/** The month's figures as A4: totals, by building, by industry, reasons. What may not be told stands as 不显示. */
@Injectable()
export class FinancingReportPaper {
  print(centerName: string, figures: FinancingFigures): Promise<Uint8Array> {
    const [year = '', month = ''] = figures.from.split('-')
    const title = `${year} 年 ${Number(month)} 月融资对接月报`
    const paper = openPaper(title, { margins: { top: left, left, right: left, bottom: 0 }, bufferPages: true })
    paper.font('bold').fontSize(18).fillColor(colors.text).text(title, left, left)
    paper.font('regular').fontSize(11).fillColor(colors.quiet).moveDown(0.3).text(`${centerName}；本月提交的需求，办理情况截至 ${figures.at.slice(0, 10)}`)
    paper.moveDown(0.6)
    totals(paper, figures.total)
    breakdown(paper, '按楼宇', '楼宇', figures.buildings)
    breakdown(paper, '按行业', '行业', figures.industries)
    reasons(paper, figures)
    heading(paper, '说明')
    for (const words of [
      `“${hidden}”：少于 ${fewestFirms} 家企业，或能由合计推算出来的数字，不公布。`,
      '放款金额只计企业和银行都确认、或中心核定的；只有一方登记的单独列出，不计入综合年化利率。',
      '综合年化利率按放款金额加权，包含全部费用。企业没有同意银行告知结果的，不计入批准和放款。',
    ]) paper.fontSize(9).fillColor(colors.quiet).text(words, left, room(paper, 28), { width }).moveDown(0.25)
    feet(paper, '汇总数字，不含任何一家企业的资料。')
    return finishPaper(paper)
  }
}

const sayLent = (firms: number | null, fen: number | null) => (firms === null || fen === null ? hidden : firms === 0 ? '0 家' : `${firms} 家，${sayAmount(fen)}`)

function totals(paper: Paper, total: Figures): void {
  const lines: [string, string][] = [
    ['提交需求', say(total.demands, (demands) => `${demands} 份，${total.firms ?? 0} 家企业`)],
    ['银行联系企业', say(total.contacts, (contacts) => (contacts === 0 ? '0 次' : `${contacts} 次，按时 ${sayPermille(total.responsePermille ?? 0)}，一般用时 ${((total.medianTenthHours ?? 0) / 10).toFixed(1)} 小时`))],
    ['批准', sayLent(total.grantedFirms, total.grantedFen)],
    ['放款（双方确认）', sayLent(total.disbursedFirms, total.disbursedFen)],
    ['放款（单方登记）', sayLent(total.oneSidedFirms, total.oneSidedFen)],
    ['综合年化利率', orNone(total.weightedAllInBp, total.disbursedFirms, sayBp)],
    ['首次贷款', say(total.firstLoanFirms, (firms) => `${firms} 家`)],
    ['无抵押、质押', orNone(total.unsecuredPermille, total.disbursedFirms, sayPermille)],
  ]
  for (const [name, words] of lines) {
    const top = room(paper, 20)
    paper.fontSize(10).fillColor(colors.quiet).text(name, left, top, { width: 110 })
    paper.fillColor(colors.text).text(words, left + 116, top, { width: width - 116 })
    paper.y += 5
  }
}

function breakdown(paper: Paper, title: string, first: string, cells: readonly FiguresCell[]): void {
  if (cells.length === 0) return
  heading(paper, title)
  const figure = (words: string, points: number): Column => ({ title: words, width: points, isFigure: true })
  const columns: Column[] = [{ title: first, width: width - 380 }, figure('需求', 50), figure('批准企业', 60), figure('批准金额', 90), figure('放款金额', 90), figure('综合年化', 90)]
  // Of whom nothing may be told, that is said once.
  table(paper, columns, cells.map((cell) => cell.demands === null ? [cell.name, hidden, '', '', '', ''] : [
    cell.name, say(cell.demands), say(cell.grantedFirms), say(cell.grantedFen, sayAmount), say(cell.disbursedFen, sayAmount), orNone(cell.weightedAllInBp, cell.disbursedFirms, sayBp),
  ]))
}

function reasons(paper: Paper, figures: FinancingFigures): void {
  if (figures.reasons.length === 0) return
  heading(paper, '没有贷成的原因')
  const told = figures.reasons.flatMap(({ kind, code, count }) => (count === null ? [] : [[figureReasonKindLabels[kind], reasonLabel(kind, code), String(count)]]))
  if (told.length > 0) table(paper, [{ title: '环节', width: 140 }, { title: '原因', width: width - 240 }, { title: '次数', width: 100, isFigure: true }], told)
  if (told.length < figures.reasons.length) paper.fontSize(9).fillColor(colors.quiet).text(told.length > 0 ? `另有 ${figures.reasons.length - told.length} 种原因各少于 ${fewestFirms} 家，不显示。` : `各种原因都少于 ${fewestFirms} 家，不显示。`, left, room(paper, 20), { width }).moveDown(0.25)
}

function reasonLabel(kind: FigureReasonKind, code: string): string {
  const labels: Record<FigureReasonKind, Readonly<Record<string, string>>> = {
    decline: declineCodeLabels satisfies Record<DeclineCode, string>, not_drawn: notDrawnReasonLabels satisfies Record<NotDrawnReason, string>, close: closeReasonLabels satisfies Record<CloseReason, string>,
  }
  return labels[kind][code] ?? code
}
