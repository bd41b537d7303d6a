import { copyOf, sayConsent } from './accounts-consents.rules'

const now = new Date('2026-12-01T12:00:00+08:00')
const entry = { purpose: 'contact', version: '2026-11', source: 'phone', grantedAt: '2026-11-20T10:00:00.000+08:00', withdrawnAt: null } as const

test('a standing consent says since when and where, a withdrawn one since when not', () => {
  expect(sayConsent({ purpose: 'contact', isStanding: true, history: [entry], allowedActions: ['withdraw'] }, now)).toMatch(/周五 11月20日在手机上同意，说明版本 2026-11$/)
  expect(sayConsent({ purpose: 'contact', isStanding: false, history: [{ ...entry, withdrawnAt: '2026-11-30T10:00:00.000+08:00' }], allowedActions: [] }, now)).toMatch(/昨天撤回，说明版本 2026-11$/)
})

test('a file is named by its day and kind', () => {
  const exportedAt = '2026-12-01T10:00:00.000+08:00'
  expect(copyOf('csv', { exportedAt, csv: 'a' })).toEqual({ name: '我的个人信息-2026-12-01.csv', type: 'text/csv', text: 'a' })
  expect(copyOf('json', { exportedAt, accountId: 'x', sections: [] })).toMatchObject({ name: '我的个人信息-2026-12-01.json', type: 'application/json' })
})
