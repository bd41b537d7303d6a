import { readPhoneTap } from './phone-number.rules'

test.each([
  [{ code: 'c', errMsg: 'getPhoneNumber:ok' }, { kind: 'code', code: 'c' }],
  [{ errMsg: 'getPhoneNumber:fail user deny' }, { kind: 'left' }],
  [{ errMsg: 'getPhoneNumber:fail user cancel' }, { kind: 'left' }],
  [{ errMsg: 'getPhoneNumber:fail jsapi has no permission', errno: 102 }, { kind: 'unavailable' }],
  [{ errMsg: 'getPhoneNumber:fail deny', errno: 1400001 }, { kind: 'unavailable' }],
  [{}, { kind: 'unavailable' }],
])('%p is %p', (event, tap) => expect(readPhoneTap(event)).toEqual(tap))
