import { readEveryPage } from './every-page'

test('page after page until there is none, and not for ever', async () => {
  const asked: (string | undefined)[] = []
  const read = (pages: number) => (cursor: string | undefined) => {
    asked.push(cursor)
    const page = Number(cursor ?? 0)
    return Promise.resolve({ items: [`${page}a`, `${page}b`], nextCursor: page + 1 < pages ? String(page + 1) : null })
  }
  expect(await readEveryPage(read(3))).toEqual(['0a', '0b', '1a', '1b', '2a', '2b'])
  expect(asked).toEqual([undefined, '1', '2'])
  expect(await readEveryPage(read(1000))).toHaveLength(20)
})
