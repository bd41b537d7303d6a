import fc from 'fast-check'
import { aJpeg, aPdf, aPng, secretWords } from '../testing/pictures.js'
import { readPicture, typeOfBytes } from './file-content.rules.js'

test('a file is what its bytes are, whatever it is called', () => {
  expect([aPng(), aJpeg(), aPdf()].map(typeOfBytes)).toEqual(['image/png', 'image/jpeg', 'application/pdf'])
  for (const other of ['', 'GIF89a', '<svg onload="x">', '<html>', 'MZ', '%PDF-1.7 without an end', 'RIFF0000WEBP']) expect(typeOfBytes(Buffer.from(other))).toBeNull()
})

test.each([['image/png', aPng({ width: 12, height: 7 }), 12, 7], ['image/jpeg', aJpeg({ width: 640, height: 480 }), 640, 480]] as const)('a %s loses what does not show, and nothing else', (type, bytes, width, height) => {
  const picture = readPicture(type, bytes)
  expect(picture).toMatchObject({ width, height })
  const kept = Buffer.from(picture?.bytes ?? [])
  expect(bytes.includes(secretWords)).toBe(true)
  expect(kept.includes(secretWords)).toBe(false)
  // What is kept is a picture again, with nothing more to lose.
  expect(typeOfBytes(kept)).toBe(type)
  expect(readPicture(type, kept)).toMatchObject({ width, height, bytes: new Uint8Array(kept) })
})

test('a photo that was held sideways stays upright', () => {
  const kept = Buffer.from(readPicture('image/jpeg', aJpeg({ orientation: 6 }))?.bytes ?? [])
  expect(kept.subarray(2, 38).toString('hex')).toContain('45786966') // Exif
  expect(kept[31]).toBe(6)
  expect(Buffer.from(readPicture('image/jpeg', aJpeg({ orientation: 1 }))?.bytes ?? []).includes('Exif')).toBe(false)
})

test('the end of a progressive photo is not mistaken for what stands in a table', () => {
  const bytes = aJpeg()
  const kept = Buffer.from(readPicture('image/jpeg', bytes)?.bytes ?? [])
  expect(kept.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]))
  expect(kept.includes(Buffer.from([0xff, 0xc4, 0, 6, 0, 0xff, 0xd9, 1]))).toBe(true)
})

test('a picture that is cut short or twisted is refused, never an error', () => {
  for (const [type, bytes] of [['image/png', aPng()], ['image/jpeg', aJpeg({ orientation: 6 }).subarray(0, -secretWords.length)]] as const) {
    for (let length = 0; length < bytes.length; length++) expect(readPicture(type, bytes.subarray(0, length))).toBeNull()
    fc.assert(fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
      const changed = Buffer.from(bytes)
      changed[at] = byte
      readPicture(type, changed)
    }))
  }
})
