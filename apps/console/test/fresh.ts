import { cleanup, configure } from '@testing-library/react'
import { sessionStore } from '../src/platform/session-store'
import { resetApi } from './api'

// A failure names what was not found, without the whole page.
configure({ getElementError: (message) => new Error(message?.split('\n')[0]) })

// Every test begins in a browser that has never seen the console.
beforeEach(() => {
  sessionStore.end('left')
  window.localStorage.clear()
  window.sessionStorage.clear()
  resetApi()
})
afterEach(cleanup)
