import fc from 'fast-check'
import { coverageOf, type BuildingReach } from './organization-coverage.rules.js'

const building = (name: string, joint: number, own = 1): BuildingReach => ({ id: name, name, firms: 400, own, joint, eligible: 3, founded: 2 })
const joints = (rows: BuildingReach[]) => coverageOf(rows).buildings.map(({ joint }) => joint)

test('what is large enough is told', () => {
  expect(coverageOf([building('甲', 20), building('乙', 0)])).toMatchObject({
    eligible: 6, founded: 4, total: { firms: 800, own: 2, joint: 20, reached: 22 },
    buildings: [{ name: '甲', joint: 20, reached: 21 }, { name: '乙', joint: 0, reached: 1 }],
  })
})

test('one to four firms of a building are not told, nor what would give them away', () => {
  expect(joints([building('甲', 20), building('乙', 3), building('丙', 9)])).toEqual([20, null, null])
  // Two small ones stand together, and hide each other only when they are enough.
  expect(joints([building('甲', 20), building('乙', 3), building('丙', 4)])).toEqual([20, null, null])
  expect(joints([building('甲', 20), building('乙', 1), building('丙', 2)])).toEqual([null, null, null])
})

test('a quarter as small as that tells no total either', () => {
  expect(coverageOf([building('甲', 3), building('乙', 0)])).toMatchObject({ total: { joint: null, reached: null }, buildings: [{ joint: null }, { joint: null }] })
  expect(coverageOf([{ ...building('甲', 0), eligible: 2, founded: 1 }])).toMatchObject({ eligible: null, founded: null })
})

test('from everything that is told, no hidden group under five can be worked out', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 }), (counts) => {
      const told = coverageOf(counts.map((joint, index) => building(String(index), joint)))
      const seen = told.buildings.reduce((sum, { joint }) => sum + (joint ?? 0), 0)
      const rest = told.total.joint === null ? null : told.total.joint - seen
      const hidden = told.buildings.filter(({ joint }) => joint === null).length
      return told.buildings.every(({ joint }) => joint === null || joint === 0 || joint >= 5) && (rest === null || (hidden === 0 ? rest === 0 : hidden >= 2 && rest >= 5) || counts.length === 1)
    }),
  )
})
