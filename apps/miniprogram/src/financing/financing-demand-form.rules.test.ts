import { aDemand, aFirm, aNeed } from '../../test/financing'
import { changeable, checkDemand, errorsOf, firstValues, needRows, recordOf, toDemandInput, unanswered, withAnswers } from './financing-demand-form.rules'
import { draftOf } from './financing-need.rules'

const values = { purposeText: ' 春节备货 ', neededBy: '', name: ' 林禾 ', phone: '199 0000 1234' }

test('what the firm’s record says is not asked, nor what was answered, nor collateral of an unsecured loan', () => {
  const record = recordOf(aFirm())
  expect(record).toEqual({ firmKind: 'company', foundedOn: '2019-03-10', industry: 'F' })
  expect(unanswered({ ...aNeed, taxGrade: 'B' }, record)).toEqual(['revenueBand', 'taxBand', 'staffBand', 'isFirstLoan'])
  expect(unanswered({ ...aNeed, preferredSecurity: 'mortgage' }, recordOf(aFirm({ industry: null })))).toContain('collateralBand')
  expect(unanswered(aNeed, recordOf(aFirm({ industry: null })))).toContain('industry')
  expect(changeable({ ...aNeed, taxGrade: 'B' }, record)).toEqual(['revenueBand', 'taxBand', 'taxGrade', 'staffBand', 'isFirstLoan'])
})

test('an answer is given and taken back without a trace', () => {
  const answered = withAnswers(aNeed, { isFirstLoan: 'no', taxGrade: 'B' })
  expect(answered).toEqual({ ...aNeed, isFirstLoan: false, taxGrade: 'B' })
  expect(draftOf(answered)).toMatchObject({ isFirstLoan: 'no', taxGrade: 'B', revenueBand: null })
  expect(withAnswers(answered, { isFirstLoan: null, taxGrade: null })).toEqual(aNeed)
})

test('the contact that the centre knows is filled in; what was sent before goes first', () => {
  expect(firstValues({ name: '林禾', phone: null }, null)).toEqual({ purposeText: '', neededBy: '', name: '林禾', phone: '' })
  expect(firstValues({ name: '林禾', phone: null }, aDemand({ purposeText: '备货', contact: { name: '陈川', phone: '19900005678' } }))).toEqual({ purposeText: '备货', neededBy: '', name: '陈川', phone: '19900005678' })
})

test('the summary says the need with what the record adds', () => {
  const rows = Object.fromEntries(needRows({ ...aNeed, acceptableSecurities: ['guarantee'] }, recordOf(aFirm())))
  expect(rows).toEqual({ 借多少: '50 万元', 借多久: '12 个月，可以商量', 用途: '进货备货', 担保: '信用，也可以保证', 主体类型: '企业', 成立时间: '2019-03-10', 行业: '批发和零售业' })
})

test('only contact and date can be wrong here; what is sent is trimmed, and empty is none', () => {
  expect(checkDemand({ ...values, name: '', phone: '123', neededBy: '2026-11-25' }, '2026-11-26')).toEqual({ name: '请填写联系人', phone: '手机号应是 11 位数字', neededBy: '不能早于今天' })
  expect(checkDemand(values, '2026-11-26')).toEqual({})
  expect(toDemandInput(aNeed, values, ['p1'])).toEqual({ need: aNeed, purposeText: '春节备货', neededBy: null, contact: { name: '林禾', phone: '19900001234' }, wishes: ['p1'] })
})

test('the server’s errors stand where the answer was typed', () => {
  expect(errorsOf({ 'contact.phone': '请填写 11 位手机号', 'need.months': '最多 360 个月', 'firmId': '编号格式不对' })).toEqual({ phone: '请填写 11 位手机号', need: '最多 360 个月' })
})
