import { fireEvent, render, screen } from '@testing-library/react'
import type { PushTopicState } from '@dangqun/contracts/notices/schemas'
import { session } from '@/platform/session'
import { answerSubscribe, answerWith, asked, type Answer } from '../../../test/taro'
import { NotifyMe } from './notify-me'

// As in WeChat: the browser build has no messages and shows nothing.
jest.mock('@/platform/subscribe', () => jest.requireActual('@/platform/subscribe.weapp'))

const ok = (data: unknown): Answer => ({ statusCode: 200, data })
const topic = (left: number): PushTopicState => ({ topic: 'activityChange', templateId: 'template', isLongTerm: false, left })

beforeEach(() => session.begin('a-token', 'an-account'))

test('one tap allows one message, and the ledger is told', async () => {
  answerWith(({ method }) => ok({ items: [topic(method === 'POST' ? 1 : 0)] }))
  render(<NotifyMe center="shangbai" topics={['activityChange']} />)
  fireEvent.click(await screen.findByRole('button', { name: '有变动时通知我' }))
  await screen.findByText('有变动时，微信会提醒你一次。')
  expect(asked.find(({ method }) => method === 'POST')?.data).toEqual({ answers: [{ topic: 'activityChange', answer: 'accept' }] })
})

test('whoever refuses is told where the news is all the same', async () => {
  answerSubscribe('reject')
  answerWith(() => ok({ items: [topic(0)] }))
  render(<NotifyMe center="shangbai" topics={['activityChange']} />)
  fireEvent.click(await screen.findByRole('button', { name: '有变动时通知我' }))
  await screen.findByText(/没有开启微信提醒/)
  expect(asked.filter(({ method }) => method === 'POST')).toEqual([])
})
