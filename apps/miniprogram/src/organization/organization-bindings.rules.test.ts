import { checkAsk, emptyAsk, sayBinding, toAsk } from './organization-bindings.rules'

const typed = { ...emptyAsk, name: ' 林禾 ', idNumber: '110105 19491231 002x', firm: '合肥某某商贸有限公司' }

test('each kind asks only for what it needs', () => {
  expect(checkAsk('member', emptyAsk)).toEqual({ name: '请填写姓名', idNumber: '请填写 18 位身份证号' })
  expect(checkAsk('firm', emptyAsk)).toEqual({ name: '请填写姓名', firm: '请填写营业执照上的名称' })
  expect(checkAsk('member', typed)).toEqual({})
  expect(toAsk('member', typed)).toEqual({ kind: 'member', name: '林禾', idNumber: '11010519491231002X', consentVersion: '2026-12' })
  expect(toAsk('firm', typed)).toEqual({ kind: 'firm', name: '林禾', firm: '合肥某某商贸有限公司', basis: 'legal_representative', consentVersion: '2026-12' })
})

test('a binding says what to do next', () => {
  const binding = { id: 'one', kind: 'member', state: 'pending', target: null, reason: null, createdAt: '', decidedAt: null, allowedActions: [] } as const
  expect(sayBinding({ ...binding, allowedActions: [] })).toContain('请带身份证到窗口核对')
  expect(sayBinding({ ...binding, allowedActions: [], kind: 'firm', state: 'confirmed', target: '合肥某某商贸有限公司' })).toBe('合肥某某商贸有限公司')
  expect(sayBinding({ ...binding, allowedActions: [], state: 'refused', reason: '没有对上' })).toContain('没有对上')
})
