import { sessionStore } from './session-store'

const session = { token: 'token', username: 'staff' }

test('a session is there for every tab, and says why it ended', () => {
  sessionStore.begin(session)
  expect(sessionStore.current()).toEqual(session)
  expect(sessionStore.current()).toBe(sessionStore.current())
  sessionStore.end('expired')
  expect(sessionStore.current()).toBeNull()
  expect(sessionStore.lastEnd()).toBe('expired')
  sessionStore.begin(session)
  expect(sessionStore.lastEnd()).toBeNull()
})

test('a second end does not change the reason of the first', () => {
  sessionStore.begin(session)
  sessionStore.end('left')
  sessionStore.end('expired')
  expect(sessionStore.lastEnd()).toBe('left')
})

test('logging out in another tab is heard here', () => {
  sessionStore.begin(session)
  const listener = jest.fn()
  const stop = sessionStore.subscribe(listener)
  window.localStorage.clear()
  window.dispatchEvent(new StorageEvent('storage'))
  expect(listener).toHaveBeenCalledTimes(1)
  expect(sessionStore.current()).toBeNull()
  stop()
  window.dispatchEvent(new StorageEvent('storage'))
  expect(listener).toHaveBeenCalledTimes(1)
})

test('what somebody else wrote under our name is no session', () => {
  for (const raw of ['{half', '{"token":1}', 'null']) {
    window.localStorage.setItem('dangqun.console.session', raw)
    expect(sessionStore.current()).toBeNull()
  }
})
