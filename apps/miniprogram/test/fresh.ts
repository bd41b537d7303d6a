import { cleanup } from '@testing-library/react'
import { centerChoice, programmeChoice } from '@/centers/centers-choice.store'
import { network } from '@/platform/network'
import { session } from '@/platform/session'
import { resetTaro } from './taro'

// Every test begins on a phone that has never seen the app.
beforeEach(() => {
  resetTaro()
  session.end()
  network.reset()
  centerChoice.set(null)
  programmeChoice.set(null)
})
afterEach(cleanup)
