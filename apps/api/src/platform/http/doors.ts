import type { Caller } from './scope.js'

/** What the platform asks of the foundation slices, without knowing them. */
export abstract class Authenticator {
  /**
   * The caller behind a bearer token; null when it is unknown, ended, over or idle for too long.
   * @param isAttended somebody is there: what a page asks by itself does not keep a session alive
   */
  abstract authenticate(token: string, isAttended: boolean): Promise<Caller | null>
}

export abstract class CenterDirectory {
  /** A centre's id by its slug; null when there is none. */
  abstract idOf(slug: string): Promise<string | null>

  /** All centres' ids, for sweeps that go centre by centre. */
  abstract allIds(): Promise<string[]>
}
