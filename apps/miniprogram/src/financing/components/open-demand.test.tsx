import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { session } from '@/platform/session'
import { aDemand } from '../../../test/financing'
import { answerWith, asked, went } from '../../../test/taro'
import { DemandsCell, OpenDemand } from './open-demand'

const serve = (...items: unknown[]) => answerWith(() => ({ statusCode: 200, data: { items, nextCursor: null } }))
const closed = aDemand({ id: 'old', state: 'closed', closeReason: 'enough', holder: null, dueAt: null })

test('the demand that is under way is one line of the home page, and leads there', async () => {
  session.begin('a-token', 'an-account')
  serve(closed, aDemand())
  render(<OpenDemand center="shangbai" turn={0} />)
  fireEvent.click(await screen.findByText('等党群服务中心核对，最晚 12 月 3 日'))
  expect(went).toEqual(['/financing/pages/demand/index?center=shangbai&id=the-id'])
})

test('over or never asked for, it takes no room there; among one’s own things it stays', async () => {
  session.begin('a-token', 'an-account')
  serve(closed)
  const { container } = render(<OpenDemand center="shangbai" turn={0} />)
  render(<DemandsCell center="shangbai" turn={0} />)
  await screen.findByText('都已结束')
  expect(container.textContent).toBe('')
})

test('nobody is asked for without a login', async () => {
  const { container } = render(<DemandsCell center="shangbai" turn={0} />)
  await waitFor(() => expect(container.textContent).toBe(''))
  expect(asked).toEqual([])
})
