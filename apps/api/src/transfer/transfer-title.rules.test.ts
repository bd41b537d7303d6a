import fc from 'fast-check'
import { destinationFindings, likeness, plainName, titleFindings } from './transfer-title.rules.js'

test.each(['中共合肥市蜀山区委组织部', '中共合肥经济技术开发区工作委员会组织部', '中共上海市浦东新区委员会组织部', '中国科学技术大学党委', '合肥市莲花社区党委', '中国共产党云海社区委员会', '中共××县委组织部'])('%s needs no correction', (title) => {
  expect(titleFindings(title)).toEqual([])
})

test.each([
  ['中共合肥市蜀山区委办公室', '中共合肥市蜀山区委组织部'],
  ['合肥市包河区党办', '合肥市包河区委组织部'],
  ['中共六安市委', '中共六安市委组织部'],
  ['中共肥西县委', '中共肥西县委组织部'],
])('%s is sent back; %s is meant', (typed, suggestion) => {
  expect(titleFindings(typed)).toEqual([expect.objectContaining({ reason: 'R01', level: 'stop', suggestion })])
})

test.each(['蜀山区委组织部', '某某公司党支部', '某局党组', '合肥市人事局', '组织科'])('%s is sent back with words that say what to write', (typed) => {
  const [finding] = titleFindings(typed)
  expect(finding).toMatchObject({ reason: 'R01', level: 'stop' })
  expect(finding?.message.length).toBeGreaterThan(8)
})

test('a suggestion needs no further correction', () => {
  fc.assert(
    fc.property(fc.constantFrom('合肥市蜀山区', '芜湖市镜湖区', '肥东县', '巢湖市'), fc.constantFrom('党办', '委办公室', '委员会办公室', '党委办公室', '委'), (place, ending) => {
      const [finding] = titleFindings(place + ending)
      if (finding?.suggestion) expect(titleFindings(finding.suggestion)).toEqual([])
    }),
  )
})

test('a residence goes down to 村 or 社区, a unit has its full name', () => {
  expect(destinationFindings('合肥市蜀山区', 'residence')).toEqual([expect.objectContaining({ reason: 'R02' })])
  expect(destinationFindings('合肥市蜀山区莲花社区', 'residence')).toEqual([])
  expect(destinationFindings('某公司', 'employment')).toEqual([expect.objectContaining({ reason: 'R02' })])
  expect(destinationFindings('合肥某某科技有限公司', 'employment')).toEqual([])
})

test('names are compared as on a seal', () => {
  expect(plainName(' 中共 合肥市委(组织部) ')).toBe('中共合肥市委（组织部）')
  expect(likeness('蜀山区组织部', '中共合肥市蜀山区委组织部')).toBeGreaterThan(0)
  expect(likeness('合肥市蜀山区', '中共合肥市蜀山区委组织部')).toBeGreaterThan(likeness('蜀山组织', '中共合肥市蜀山区委组织部'))
  expect(likeness('北京市', '中共合肥市蜀山区委组织部')).toBe(0)
})
