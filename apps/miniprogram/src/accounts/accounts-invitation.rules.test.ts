import { codeProblem, plainCode, sayOffer } from './accounts-invitation.rules'

test.each([['a3k9h 27pwx', 'A3K9H27PWX'], ['Ａ３Ｋ９Ｈ－27pwx', 'A3K9H27PWX'], ['', '']])('%p is read as %p', (typed, code) => expect(plainCode(typed)).toBe(code))

test.each([['', '请输入邀请码'], ['A3K9', '邀请码是 10 位，现在是 4 位'], ['A3K9H-27PWX', null]])('%p: %p', (typed, problem) => expect(codeProblem(typed)).toBe(problem))

test('an offer names place, branch and role', () => {
  expect(sayOffer({ role: 'branch_secretary', scope: { kind: 'branch', id: 'b', name: '第一党支部' }, center: { slug: 's', name: '尚百' }, expiresAt: '' })).toBe('尚百 · 第一党支部 · 支部书记')
  expect(sayOffer({ role: 'audit_admin', scope: null, center: null, expiresAt: '' })).toBe('整个平台 · 审计管理员')
})
