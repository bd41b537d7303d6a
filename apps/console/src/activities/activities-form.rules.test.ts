import { anActivity } from '../../test/activities'
import { changesOf, checkValues, emptyValues, fieldErrors, mergeValues, valuesOf, type ActivityValues } from './activities-form.rules'

const filled: ActivityValues = {
  ...emptyValues, title: '周六无偿献血', programme: 'together', place: '一楼大厅', capacity: 60,
  startsAt: '2026-11-28T08:30:00+08:00', endsAt: '2026-11-28T12:00:00+08:00',
}

describe('what is checked before sending', () => {
  test('an empty form says of each field what is missing, in words for that field', () => {
    expect(checkValues(emptyValues, true)).toEqual({
      body: null,
      errors: { title: '请填写活动名称', programme: '请选择类别', place: '请填写地点', startsAt: '请选择开始时间', endsAt: '请选择结束时间', capacity: '请填写名额' },
    })
    expect(checkValues({ ...filled, title: '　 ' }, true).errors).toEqual({ title: '请填写活动名称' })
  })

  test('a new activity leaves times to their defaults; a stored one has them all', () => {
    expect(checkValues(filled, true)).toMatchObject({ errors: {}, body: { title: '周六无偿献血', capacity: 60 } })
    expect(checkValues(filled, true).body).not.toHaveProperty('signUpClosesAt')
    expect(checkValues(filled, false).errors).toEqual({ signUpOpensAt: '请选择报名开始时间', signUpClosesAt: '请选择报名截止时间', cancelUntil: '请选择取消期限' })
  })

  test('wrong values get the words of the contract', () => {
    expect(checkValues({ ...filled, capacity: 0 }, true).errors.capacity).toBe('名额至少 1 个')
    expect(checkValues({ ...filled, place: '一楼\n大厅' }, true).errors.place).toBe('不能换行')
  })
})

describe('what the server refuses', () => {
  test('is told at its field, and what belongs to none above them all', () => {
    expect(fieldErrors({ endsAt: '结束时间要晚于开始时间', 'asks.0': '没有这一项', version: '版本不对' }, filled)).toEqual({
      errors: { endsAt: '结束时间要晚于开始时间', asks: '没有这一项' }, others: ['版本不对'],
    })
  })

  test('one mistake is told once: not again at fields whose defaults follow from it', () => {
    const refusal = { endsAt: '结束时间要晚于开始时间', signUpClosesAt: '报名截止不能晚于活动结束' }
    expect(fieldErrors(refusal, filled).errors).toEqual({ endsAt: '结束时间要晚于开始时间' })
    expect(fieldErrors(refusal, { ...filled, signUpClosesAt: '2026-11-28T13:00:00+08:00' }).errors).toEqual(refusal)
    expect(fieldErrors({ signUpClosesAt: '报名截止要晚于报名开始' }, filled).errors).toEqual({ signUpClosesAt: '报名截止要晚于报名开始' })
  })
})

describe('a change', () => {
  const base = valuesOf(anActivity({ asks: ['name', 'phone'] }))

  test('sends what differs and nothing else', () => {
    expect(changesOf(base, base)).toEqual({})
    expect(changesOf(base, { ...base, asks: ['phone', 'name'], title: ` ${base.title} ` })).toEqual({})
    expect(changesOf(base, { ...base, place: '二楼', asks: [] })).toEqual({ place: '二楼', asks: [] })
  })

  test('compares times as moments to the minute, whatever their form', () => {
    expect(valuesOf(anActivity({ startsAt: '2026-11-28T00:30:12.345Z' })).startsAt).toBe('2026-11-28T08:30:00+08:00')
  })

  test('merges with somebody else’s: theirs where I changed nothing, mine until I choose where we both did', () => {
    const mine = { ...base, place: '负一楼', description: '带好水杯。', capacity: 80 }
    const theirs = { ...base, place: '二楼', title: '周日献血', capacity: 80 }
    expect(mergeValues(base, mine, theirs)).toEqual({
      values: { ...base, place: '负一楼', description: '带好水杯。', title: '周日献血', capacity: 80 },
      theirs: ['title'],
      conflicts: ['place'],
    })
  })
})
