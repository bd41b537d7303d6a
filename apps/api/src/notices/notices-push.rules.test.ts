import { noticeKinds, noticeTopics } from '@dangqun/contracts/notices/vocabulary'
import fc from 'fast-check'
import { fitField, fitFields, pushWords, verdictOf } from './notices-push.rules.js'

const limits = { thing: 20, phrase: 5, character_string: 32, name: 10 }

test('whatever was typed fits its field, is not empty, and no character is in half', () => {
  fc.assert(
    fc.property(fc.constantFrom(...(Object.keys(limits) as (keyof typeof limits)[])), fc.string({ unit: 'grapheme', maxLength: 80 }), (type, text) => {
      const fitted = fitField(`${type}3`, text)
      expect(fitted.length).toBeGreaterThan(0)
      expect(fitted.length).toBeLessThanOrEqual(limits[type])
      expect(fitted).not.toMatch(/\p{Cs}/u)
      if (type === 'phrase') expect(fitted).toMatch(/^\p{Script=Han}+$/u)
      if (type === 'character_string') expect(fitted).toMatch(/^[\x20-\x7e]+$/)
    }),
  )
})

test.each([
  ['thing1', '周六无偿献血', '周六无偿献血'],
  ['thing1', '小微企业贷款怎么选：利率之外要看什么（第二期）', '小微企业贷款怎么选：利率之外要看什么…'],
  ['thing1', '上\n下', '上 下'],
  ['thing1', '  ', '请在小程序查看'],
  ['phrase2', '已取消！', '已取消'],
  ['character_string4', '编号 E92C-PJK4', ' E92C-PJK4'.trim()],
  ['time3', '2026年12月5日 14:00', '2026年12月5日 14:00'],
])('%s holds %p as %p', (field, text, fitted) => {
  expect(fitField(field, text).trim()).toBe(fitted)
})

test.each(noticeKinds.filter((kind) => noticeTopics[kind]))('a message of %s says what it is about and what happened', (kind) => {
  const words = pushWords(kind, { title: '读书会', changes: '地点改为 三楼', reason: '', until: '12月1日（周二）10:30', startsAt: '12月5日（周六）14:00', place: '二楼' })
  const fields = fitFields({ thing1: 'subject', thing2: 'event', thing3: 'note' }, words)
  expect(fields['thing1']).toBe('读书会')
  expect(Object.values(fields).every((value) => value.length > 0)).toBe(true)
})

test.each([[0, 'sent'], [43101, 'refused'], [47003, 'failed'], [40003, 'failed'], [40037, 'failed'], [-1, 'again'], [45009, 'again'], [42001, 'again'], [null, 'again']] as const)('WeChat answering %p means %p', (errcode, verdict) => {
  expect(verdictOf(errcode)).toBe(verdict)
})
