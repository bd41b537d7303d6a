interface Page<Item> {
  items: readonly Item[]
  nextCursor: string | null
}

/** Pages of a list that a choice is made from: beyond them a choice needs a search. */
const mostPages = 10

/** All of a keyset list, page after page. */
export async function readEveryPage<Item>(read: (cursor: string | undefined) => Promise<Page<Item>>): Promise<Item[]> {
  const all: Item[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page += 1) {
    const { items, nextCursor } = await read(cursor)
    all.push(...items)
    if (nextCursor === null) break
    cursor = nextCursor
  }
  return all
}
