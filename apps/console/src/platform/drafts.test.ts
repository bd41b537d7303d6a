import { dropDraft, readDraft, writeDraft } from './drafts'
import { sessionStore } from './session-store'

afterEach(() => jest.restoreAllMocks())

test('a draft comes back as it was, apart from other drafts', () => {
  writeDraft('one.new', { title: '献血' })
  writeDraft('two.new', { title: '读书' })
  expect(readDraft('one.new')).toEqual({ title: '献血' })
  dropDraft('one.new')
  expect(readDraft('one.new')).toBeNull()
  expect(readDraft('two.new')).toEqual({ title: '读书' })
})

test('what cannot be read counts as no draft', () => {
  writeDraft('one.new', 1)
  for (const name of Object.keys(window.sessionStorage)) window.sessionStorage.setItem(name, '{half')
  expect(readDraft('one.new')).toBeNull()
})

test('where storage is forbidden a draft lives as long as the page', () => {
  const forbid = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  jest.spyOn(Storage.prototype, 'getItem').mockImplementation(forbid)
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(forbid)
  writeDraft('one.new', { title: '献血' })
  expect(readDraft('one.new')).toEqual({ title: '献血' })
})

test('an expired session keeps unfinished work; leaving takes it away', () => {
  sessionStore.begin({ token: 'token', username: 'staff' })
  writeDraft('one.new', { title: '献血' })
  sessionStore.end('expired')
  expect(readDraft('one.new')).toEqual({ title: '献血' })
  sessionStore.begin({ token: 'token', username: 'staff' })
  sessionStore.end('left')
  expect(readDraft('one.new')).toBeNull()
})
