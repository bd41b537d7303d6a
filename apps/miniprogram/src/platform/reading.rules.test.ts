import { layOut, readReading, usualReading, writeReading } from './reading.rules'

const phone = (width: number, textZoom: number) => ({ width, textZoom })

test('关怀模式 is 23.8 px, and larger still when the phone is', () => {
  expect(layOut({ isCare: true, followsPhone: true }, phone(390, 1)).zoom * 17).toBeCloseTo(23.8)
  expect(layOut({ isCare: true, followsPhone: true }, phone(390, 0.8)).zoom).toBe(1.4)
  expect(layOut({ isCare: true, followsPhone: true }, phone(390, 1.55)).zoom).toBe(1.55)
  expect(layOut({ isCare: true, followsPhone: false }, phone(390, 1.55)).zoom).toBe(1.4)
})

test('the phone’s own size counts within bounds, unless it was told not to', () => {
  expect(layOut(usualReading, phone(390, 1.123)).zoom).toBe(1.12)
  expect(layOut(usualReading, phone(390, 0.5)).zoom).toBe(0.8)
  expect(layOut(usualReading, phone(390, 3)).zoom).toBe(1.6)
  expect(layOut(usualReading, phone(390, NaN)).zoom).toBe(1)
  expect(layOut({ isCare: false, followsPhone: false }, phone(390, 1.5)).zoom).toBe(1)
})

test('a line that holds too little makes things stand below each other', () => {
  expect(layOut(usualReading, phone(390, 1)).isTight).toBe(false)
  expect(layOut(usualReading, phone(320, 1)).isTight).toBe(false)
  expect(layOut(usualReading, phone(320, 1.12)).isTight).toBe(true)
  expect(layOut({ isCare: true, followsPhone: true }, phone(390, 1)).isTight).toBe(true)
})

test('the choice survives being stored, and nothing stored is the usual', () => {
  for (const isCare of [true, false]) for (const followsPhone of [true, false]) expect(readReading(writeReading({ isCare, followsPhone }))).toEqual({ isCare, followsPhone })
  for (const text of [null, '', 'nonsense']) expect(readReading(text)).toEqual(usualReading)
})
