import { maskIdNumber, maskName, maskPhone } from './masking.rules.js'

test.each([['13800138000', '138****8000'], ['055160000000', '055****0000'], ['123456', '****'], ['', '****']])('phone %p → %p', (phone, shown) => expect(maskPhone(phone)).toBe(shown))

test.each([['340111199001011234', '340*************34'], ['1', '******************'], ['', '******************']])('ID number %p → %p', (number, shown) => expect(maskIdNumber(number)).toBe(shown))

test.each([['王明', '王*'], ['欧阳小明', '欧***'], ['𠮷田晴', '𠮷**'], ['王', '王*'], ['', '']])('name %p → %p', (name, shown) => expect(maskName(name)).toBe(shown))
