import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { AppealRow } from '@dangqun/contracts/activities/no-shows/schemas'
import { asked, ok } from '../../test/api'
import { logIn, openAt } from '../../test/console'

const noShow = { id: 'absence-1', title: '税务新政解读', startsAt: '2026-11-18T15:00:00+08:00', waiverReason: null }
const person = { personId: 'person-1', name: '演示甲', pausedUntil: '2026-12-18T23:59:59+08:00', noShows: [noShow] }
const appeal: AppealRow = { id: 'appeal-1', text: '家里老人住院', state: 'open', answer: null, createdAt: '2026-11-24T09:00:00+08:00', decidedAt: null, person, allowedActions: ['grant', 'refuse'] }
const press = (name: string) => fireEvent.click(screen.getByText(name))

function serve(): void {
  let open = [appeal]
  logIn(({ path }) => {
    if (path.endsWith('/paused')) return ok({ items: [person] })
    if (path.endsWith('/waive')) return ok({ ...noShow, waiverReason: '已电话请假' })
    if (path.endsWith('/grant')) {
      open = []
      return ok({ ...appeal, state: 'granted', answer: '情况属实', allowedActions: [] })
    }
    return ok({ items: open, nextCursor: null })
  })
}

test('an appeal is decided with words, and leaves the queue', async () => {
  serve()
  openAt('/shangbai/no-shows')
  await screen.findByText('家里老人住院')
  press('通过')
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(within(dialog).getByText('确定'))
  await screen.findByText('请写几个字说明')
  expect(asked.some(({ path }) => path.endsWith('/grant'))).toBe(false)
  fireEvent.change(within(dialog).getByLabelText('答复'), { target: { value: '情况属实' } })
  fireEvent.click(within(dialog).getByText('确定'))
  await screen.findByText('没有要处理的申诉')
  expect(asked.find(({ path }) => path.endsWith('/grant'))?.body).toEqual({ answer: '情况属实' })
})

test('of somebody who is paused one absence is waived, with the reason', async () => {
  serve()
  openAt('/shangbai/no-shows?show=paused')
  await screen.findByText('税务新政解读')
  fireEvent.click(screen.getByText(/免\s?除/, { selector: 'button span' }))
  const dialog = await screen.findByRole('dialog')
  fireEvent.change(within(dialog).getByLabelText('免除原因'), { target: { value: '已电话请假' } })
  fireEvent.click(within(dialog).getByText('确定'))
  await waitFor(() => expect(asked.find(({ path }) => path.endsWith('/no-shows/absence-1/waive'))?.body).toEqual({ reason: '已电话请假' }))
})
