import { fireEvent, screen } from '@testing-library/react'
import type { ChangeWorkdays } from '@dangqun/contracts/centers/schemas'
import { asked, ok, type Asked } from '../../test/api'
import { logIn, openAt } from '../../test/console'
import { inShanghai } from '../platform/dates.rules'
// Loaded before the first test looks for it.
import './centers-workdays.page'

/** Next year is not known until it is entered. */
function serve(years: Record<string, { days: object[]; source: string | null }>) {
  logIn(({ method, path, body }: Asked) => {
    const year = path.split('/').at(-1) ?? ''
    if (method === 'PATCH') years[year] = body as ChangeWorkdays
    const { days, source } = years[year] ?? { days: [], source: null }
    return ok({ year: Number(year), isDecreed: days.length > 0, days, source })
  })
}
const next = inShanghai(Date.now()).year() + 1
const newYear = { date: `${next}-01-01`, isWorking: false, name: '元旦' }
const sent = () => asked.filter(({ method }) => method === 'PATCH').map(({ body }) => body)

test('a year that nobody has entered says so, and nothing half filled is sent', async () => {
  serve({})
  openAt('/shangbai/workdays')
  expect(await screen.findByText(new RegExp(`^${next} 年的放假安排(还没有录入|通常在 11 月公布)`))).toBeTruthy()
  fireEvent.click(await screen.findByText('保存'))
  expect(screen.getByText('至少要有一段放假')).toBeTruthy()
  expect(screen.getByText('请填写文号')).toBeTruthy()
  expect(sent()).toEqual([])
})

test('a correction is sent as the whole year, after a yes', async () => {
  serve({ [next]: { days: [newYear], source: '国办发明电〔2026〕7号' } })
  openAt('/shangbai/workdays')
  fireEvent.change(await screen.findByLabelText('文号'), { target: { value: '国办发明电〔2026〕8号' } })
  fireEvent.click(screen.getByText('保存'))
  await screen.findAllByText(`保存 ${next} 年的放假安排？`)
  fireEvent.click(screen.getAllByText('保存').at(-1) as HTMLElement)
  expect(await screen.findByText(`${next} 年的放假安排已保存`)).toBeTruthy()
  expect(sent()).toEqual([{ days: [newYear], source: '国办发明电〔2026〕8号' }])
})
