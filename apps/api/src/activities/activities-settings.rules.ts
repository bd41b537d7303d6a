/** What a centre may set of its sign-ups. */
export interface SignUpSettings {
  /** How long a free place is held for the first in line. */
  readonly offerHoldMinutes: number
}

export const defaultSignUpSettings: SignUpSettings = { offerHoldMinutes: 30 }
