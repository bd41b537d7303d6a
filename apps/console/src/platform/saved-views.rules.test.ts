import { changesTo, nameProblem, parseViews, viewQuery } from './saved-views.rules'

const keys = ['kind', 'building']

test('a view is its filters and nothing else of the address, in whatever order they were chosen', () => {
  const query = viewQuery(new URLSearchParams('q=王&kind=company&cursor=abc&building=b1&firm=f1'), keys)
  expect(query).toBe('building=b1&kind=company')
  expect(viewQuery(new URLSearchParams('building=b1&kind=company'), keys)).toBe(query)
  expect(viewQuery(new URLSearchParams('q=王'), keys)).toBe('')
  expect(['view=late', 'view=late&kind=company'].map((now) => viewQuery(new URLSearchParams(now), keys, 'view'))).toEqual(['', 'kind=company&view=late'])
})

test('going to a view clears what it leaves open', () => {
  expect(changesTo('kind=company', keys)).toEqual({ kind: 'company', building: undefined })
})

test.each([null, '', '{', '{}', '[1, null, {"name": 3}]'])('storage that holds %p holds no view', (raw) => {
  expect(parseViews(raw)).toEqual([])
})

test('a name is given, and once only', () => {
  const views = parseViews('[{"name": "沿街", "query": "kind=company"}]')
  expect([nameProblem(views, ' '), nameProblem(views, ' 沿街 '), nameProblem(views, '小微')]).toEqual(['请起个名字', '已有这个名字，换一个', null])
})
