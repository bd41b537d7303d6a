/** What came of a tap on WeChat's button: `unavailable` here and now, such as a quota that is used up; `left`: the person said no. */
export type PhoneTap = { kind: 'code'; code: string } | { kind: 'unavailable' } | { kind: 'left' }

/** Reads the event of an `open-type=getPhoneNumber` button. */
export function readPhoneTap({ code, errMsg = '', errno }: { code?: string; errMsg?: string; errno?: number }): PhoneTap {
  if (code) return { kind: 'code', code }
  // 1400001: the quota is used up. Other words than a refusal: this app or this phone has no such button.
  return errno !== 1400001 && /deny|cancel/.test(errMsg) ? { kind: 'left' } : { kind: 'unavailable' }
}
