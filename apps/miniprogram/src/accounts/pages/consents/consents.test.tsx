import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ConsentLedger } from '@dangqun/contracts/accounts/consents/schemas'
import { consentPurposes, consentTexts } from '@dangqun/contracts/accounts/vocabulary'
import { session } from '@/platform/session'
import { saveText } from '@/platform/document'
import { recall, remember } from '@/platform/storage'
import { answerWith, asked, openWith, went, type Answer } from '../../../../test/taro'
import ConsentsPage from './index'

jest.mock('@/platform/document', () => {
  const real = jest.requireActual<{ saveText: () => unknown }>('@/platform/document')
  return { ...real, saveText: jest.fn(real.saveText) }
})

const ok = (data: unknown): Answer => ({ statusCode: 200, data })
const ledger = (standing: ConsentLedger['items'][number]['purpose'][]): ConsentLedger => ({
  items: consentPurposes.map((purpose) => {
    const isStanding = standing.includes(purpose)
    const isKnown = purpose === 'privacy' || purpose === 'contact'
    return {
      purpose, isStanding, allowedActions: isStanding ? ['withdraw'] : [],
      history: isKnown ? [{ purpose, version: '2026-12', source: 'phone', grantedAt: '2026-11-20T10:00:00.000+08:00', withdrawnAt: isStanding ? null : '2026-11-21T10:00:00.000+08:00' }] : [],
    }
  }),
})

beforeEach(() => {
  openWith({})
  session.begin('a-token', 'an-account')
  remember('privacy', '2026-12')
})

test('one purpose is taken back after it was said what ends; the others stay', async () => {
  answerWith(({ url }) => ok(url.endsWith('/withdraw') ? ledger(['privacy']) : ledger(['privacy', 'contact'])))
  render(<ConsentsPage />)
  fireEvent.click(await screen.findByText(consentTexts.contact.title))
  await screen.findByText(consentTexts.contact.withdrawal)
  fireEvent.click(screen.getByRole('button', { name: '撤回授权' }))
  await screen.findByText('已撤回')
  expect(asked.at(-1)?.url).toMatch(/\/me\/consents\/contact\/withdraw$/)
  expect(session.token()).toBe('a-token')
  expect(screen.queryByText(consentTexts.membership.title)).toBeNull()
})

test('with the first consent the others go, which is said before, and the session goes here as well', async () => {
  answerWith(({ url }) => ok(url.endsWith('/withdraw') ? ledger([]) : ledger(['privacy', 'contact'])))
  render(<ConsentsPage />)
  fireEvent.click(await screen.findByText(consentTexts.privacy.title))
  await screen.findByText('一起撤回的还有：姓名和手机号。')
  fireEvent.click(screen.getByRole('button', { name: '撤回授权' }))
  await waitFor(() => expect(session.token()).toBeNull())
  expect(recall('privacy')).toBeNull()
  expect(went).toEqual(['/pages/mine/index'])
})

test('a refused withdrawal stays open and says why', async () => {
  answerWith(({ url }) => (url.endsWith('/withdraw') ? { statusCode: 409, data: { error: { code: 'accounts.consentNotGiven', message: '这一项没有授权过，或已经撤回' } } } : ok(ledger(['privacy']))))
  render(<ConsentsPage />)
  fireEvent.click(await screen.findByText(consentTexts.privacy.title))
  fireEvent.click(await screen.findByRole('button', { name: '撤回授权' }))
  await screen.findByText('这一项没有授权过，或已经撤回')
  expect(session.token()).toBe('a-token')
})

test.each([
  ['表格', '/me/export/table', { exportedAt: '2026-12-01T10:00:00.000+08:00', csv: 'a,b' }, 'text/csv', '我的个人信息-2026-12-01.csv'],
  ['数据文件（JSON）', '/me/export', { exportedAt: '2026-12-01T10:00:00.000+08:00', accountId: 'x', sections: [] }, 'application/json', '我的个人信息-2026-12-01.json'],
])('a copy as %s is prepared, and saved at a tap of its own', async (title, path, reply, type, name) => {
  const made: Blob[] = []
  const saved: string[] = []
  Object.assign(URL, { createObjectURL: (blob: Blob) => (made.push(blob), 'blob:copy'), revokeObjectURL: () => undefined })
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) { saved.push(this.download) })
  answerWith(({ url }) => ok(url.endsWith(path) ? reply : ledger(['privacy'])))
  render(<ConsentsPage />)
  fireEvent.click(await screen.findByText(title))
  fireEvent.click(await screen.findByRole('button', { name: '存到这台设备' }))
  await waitFor(() => expect(saved).toEqual([name]))
  expect(made.map((blob) => blob.type)).toEqual([type])
  click.mockRestore()
})

test.each([
  ['noRoom', /^手机存储满了/],
  ['turnedBack', /^还没有发出去/],
  ['impossible', /^这里的微信发不了文件/],
] as const)('a copy that was not handed over (%s) stays, with what to do', async (outcome, words) => {
  jest.mocked(saveText).mockResolvedValueOnce(outcome)
  answerWith(({ url }) => ok(url.endsWith('/table') ? { exportedAt: '2026-12-01T10:00:00.000+08:00', csv: 'a,b' } : ledger(['privacy'])))
  render(<ConsentsPage />)
  fireEvent.click(await screen.findByText('表格'))
  fireEvent.click(await screen.findByRole('button', { name: '存到这台设备' }))
  await screen.findByText(words)
  screen.getByText('副本准备好了')
})
