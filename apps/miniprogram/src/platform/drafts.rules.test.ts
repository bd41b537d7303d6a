import { keepable, restore } from './drafts.rules'

test('identity and card numbers are never kept, however they were typed', () => {
  for (const number of ['11010519491231002X', '110105194912310', '１１０１０５１９４９１２３１００２Ｘ', '110105 19491231 002X', '6222-0212-3456-7890', 'no. 11010519491231002x!']) {
    expect(keepable({ note: number, name: '王小明' }, [])).toEqual({ name: '王小明' })
    expect(keepable({ answers: [{ text: number }] }, [])).toEqual({})
  }
})

test('what people usually type is kept', () => {
  const values = { name: '王小明', phone: '199 0000 1234', code: 'E92CPJK4', credit: '91340100MA2N1ABCDE', amount: 500_000, agreed: true, answers: ['9:00', '周六'] }
  expect(keepable(values, [])).toEqual(values)
  expect(keepable(values, ['phone', 'code'])).not.toHaveProperty('phone')
})

test('only fields that the form still has come back, in the kind that it expects', () => {
  const first = { name: '', count: 1, tags: ['a'], choice: null as string | null }
  expect(restore(first, { name: '王', count: '2', tags: 'b', choice: 'red', gone: 1 })).toEqual({ name: '王', count: 1, tags: ['a'], choice: 'red' })
  for (const kept of [undefined, null, 'text', 7]) expect(restore(first, kept)).toEqual(first)
})
