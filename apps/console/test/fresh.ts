import { cleanup, configure } from '@testing-library/react'
import { sessionStore } from '../src/platform/session-store'
import { resetApi } from './api'

// A failure names what was not found, without the whole page.
// A slow machine is not a failure: what is waited for may take as long as the test itself.
configure({ asyncUtilTimeout: 20_000, getElementError: (message) => new Error(message?.split('\n')[0]) })

// Every test begins in a browser that has never seen the console.
beforeEach(() => {
  sessionStore.end('left')
  window.localStorage.clear()
  window.sessionStorage.clear()
  resetApi()
})
afterEach(cleanup)
