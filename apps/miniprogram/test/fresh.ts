import { cleanup } from '@testing-library/react'
import { centerChoice, programmeChoice } from '@/centers/centers-choice.store'
import { session } from '@/platform/session'
import { resetTaro } from './taro'

// Every test begins on a phone that has never seen the app.
beforeEach(() => {
  resetTaro()
  session.end()
  centerChoice.set(null)
  programmeChoice.set(null)
})
afterEach(cleanup)
