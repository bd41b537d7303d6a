import type { FirmDetail } from '@dangqun/contracts/organization/firms/schemas'
import { changedMeanwhileWords, changesOfFirm, emptyFirm, firmSchema, firmValuesOf, floorWords, industryOptions, industryWords, toCreateFirm, unsetFirm } from './organization-firm-form.rules'

const firm: FirmDetail = {
  id: '01a20e5a-a4af-7bdb-ba09-b0326ba07c46', name: '合肥晨禾商贸有限公司', creditCode: null, kind: 'company', size: 'small', industry: '52', building: { id: '01a20e5a-a4af-7bdb-ba09-b0326ba07c02', name: '尚泽大厦' }, floor: 12, room: '1203',
  foundedOn: '2019-05-01', tags: ['沿街', '走访'], branch: null, version: 3, allowedActions: ['update'],
}

test('what is stored comes back unchanged through the form', () => {
  expect(changesOfFirm(firm, toCreateFirm(firmValuesOf(firm)))).toEqual({ version: 3 })
})

test('only what was changed is sent', () => {
  expect(changesOfFirm(firm, toCreateFirm({ ...firmValuesOf(firm), floor: ' －１ ', tags: '沿街' }))).toEqual({ version: 3, floor: -1, tags: ['沿街'] })
})

test('every field that must be filled says so', () => {
  const empty = firmSchema.safeParse(toCreateFirm(emptyFirm)).error?.issues.map(({ path: [field] }) => field)
  expect(new Set(empty)).toEqual(new Set(Object.keys(unsetFirm)))
})

test('who saves second reads what changed, and what would be written over', () => {
  expect(changedMeanwhileWords(['floor', 'tags'], firm, { version: 2, room: '1204' })).toBe('他人刚改了楼层、标签，已载入最新内容，你改的还在。核对后再点保存。')
  expect(changedMeanwhileWords(['floor'], firm, { version: 2, floor: 3 })).toContain('再点保存会覆盖对方的楼层（对方改成“12 层”）。')
})

test('industries and floors in words', () => {
  expect(industryWords('65')).toBe('65 软件和信息技术服务业')
  expect(floorWords(-2)).toBe('地下 2 层')
  expect(industryOptions.flatMap(({ options }) => options)).toHaveLength(97)
})
