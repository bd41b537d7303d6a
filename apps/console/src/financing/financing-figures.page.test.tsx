import type { Figures, FinancingFigures } from '@dangqun/contracts/financing/figures/schemas'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { asked, fileOf, ok } from '../../test/api'
import { address, logIn, openAt } from '../../test/console'
// Loaded before the first test looks for it.
import './financing-figures.page'

const told: Figures = { demands: 42, firms: 38, contacts: 31, responsePermille: 875, medianTenthHours: 35, grantedFirms: 12, grantedFen: 620_000_000, disbursedFirms: 9, disbursedFen: 410_050_000, oneSidedFirms: null, oneSidedFen: null, weightedAllInBp: 436, firstLoanFirms: 6, unsecuredPermille: 640 }
const untold: Figures = { demands: null, firms: null, contacts: null, responsePermille: null, medianTenthHours: null, grantedFirms: null, grantedFen: null, disbursedFirms: null, disbursedFen: null, oneSidedFirms: null, oneSidedFen: null, weightedAllInBp: null, firstLoanFirms: null, unsecuredPermille: null }
const answer: FinancingFigures = {
  from: '2026-09', to: '2026-11', at: '2026-11-30T09:00:00+08:00', total: told, months: [{ ...told, key: '2026-10', name: '2026-10' }, { ...untold, key: '2026-11', name: '2026-11' }],
  buildings: [{ ...untold, demands: 6, firms: 6, disbursedFirms: 0, key: 'b', name: '尚泽大厦' }], industries: [{ ...told, key: 'F', name: '批发和零售业' }], reasons: [{ kind: 'decline', code: 'amount', count: 9 }, { kind: 'close', code: 'enough', count: null }],
}

beforeEach(() => {
  URL.createObjectURL = () => 'blob:report'
  URL.revokeObjectURL = () => undefined
  HTMLAnchorElement.prototype.click = () => undefined
  logIn(({ path }) => {
    if (path.endsWith('/figures/report')) return fileOf({ type: 'application/pdf', bytes: new Uint8Array([37, 80, 68, 70]) })
    return path.endsWith('/figures') ? ok(answer) : ok({ items: [], nextCursor: null, unread: 0 })
  })
})

test('figures as cards, a chart and tables; what is not told says so everywhere and draws no size', async () => {
  openAt('/shangbai/financing-figures?from=2026-09&to=2026-11')
  const cards = within(await screen.findByRole('region', { name: '合计' }))
  expect(cards.getByText('620 万元')).toBeTruthy()
  expect(cards.getByText('87.5%')).toBeTruthy()
  expect(cards.getAllByText('少于 5 家，不显示')).toHaveLength(1)
  expect(asked.find(({ path }) => path.endsWith('/figures'))?.query).toEqual({ from: '2026-09', to: '2026-11' })
  const chart = screen.getByRole('img', { name: '按月的需求件数，数字见下表' })
  const bars = [...chart.querySelectorAll('g')].map((bar) => ({ title: bar.querySelector('title')?.textContent, height: Number(bar.querySelector('rect')?.getAttribute('height')) }))
  expect(bars.map(({ title }) => title)).toEqual(['10月：42', '11月：少于 5 家，不显示'])
  fireEvent.click(screen.getByText('批准金额'))
  const drawn = [...screen.getByRole('img', { name: '按月的批准金额，数字见下表' }).querySelectorAll('g')].map((bar) => Number(bar.querySelector('rect')?.getAttribute('height')))
  expect(drawn[1]).toBe(bars[1]?.height)
  const november = screen.getByText('2026 年 11 月').closest('tr')
  expect(november && within(november).getAllByText('少于 5 家，不显示')).toHaveLength(1)
  // A rate of loans that nobody has got is no secret.
  expect(screen.getByText('尚泽大厦').closest('tr')?.textContent).toMatch(/少于 5 家，不显示没有少于 5 家，不显示$/)
})

test('another cut stands in the address, and so does its place', async () => {
  openAt('/shangbai/financing-figures')
  fireEvent.click(await screen.findByText('没有贷成的原因'))
  const line = (await screen.findByText('额度')).closest('tr')
  expect(line?.textContent).toBe('额度银行未批准9')
  expect(screen.getByText('已经够用').closest('tr')?.textContent).toBe('已经够用企业结束需求少于 5 家，不显示')
  expect(address()).toBe('/shangbai/financing-figures?cut=reasons')
})

test('a month’s report is asked for by its month', async () => {
  openAt('/shangbai/financing-figures')
  fireEvent.click(await screen.findByRole('button', { name: '下载 2026 年 10 月月报' }))
  await waitFor(() => expect(asked.find(({ path }) => path.endsWith('/figures/report'))?.query).toEqual({ month: '2026-10' }))
})
