import type { ReactNode } from 'react'

export interface LoginCode {
  /**
   * A code that the API exchanges for a session; null when the person turned back.
   * @throws when WeChat or the network does not answer
   */
  obtain: () => Promise<string | null>
  /** What the page must render for the code to be obtained. */
  dialog: ReactNode
}
