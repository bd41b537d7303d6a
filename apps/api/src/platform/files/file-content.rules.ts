import type { FileType } from '@dangqun/contracts/kit/files'

/** What the bytes are, by their first ones and, for a PDF, their end; null for anything else. */
export function typeOfBytes(bytes: Uint8Array): FileType | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, pngSignature)) return 'image/png'
  if (startsWith(bytes, [...'%PDF-'].map((letter) => letter.charCodeAt(0))) && latin1(bytes.subarray(-1024)).includes('%%EOF')) return 'application/pdf'
  return null
}

export interface Picture {
  width: number
  height: number
  /** The picture without what does not show: where and when it was taken, by which phone, with which words. */
  bytes: Uint8Array
}

/** A picture, or null when its bytes do not hold together. */
export function readPicture(type: 'image/jpeg' | 'image/png', bytes: Uint8Array): Picture | null {
  try {
    return type === 'image/png' ? readPng(bytes) : readJpeg(bytes)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** The chunks that draw; colour profiles among them. */
const pngKept = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs'])

function readPng(bytes: Uint8Array): Picture | null {
  const view = viewOf(bytes)
  const parts: Uint8Array[] = [bytes.subarray(0, 8)]
  let size: { width: number; height: number } | null = null
  for (let at = 8; ; ) {
    const end = at + 12 + view.getUint32(at)
    const name = latin1(bytes.subarray(at + 4, at + 8))
    if (end > bytes.length || (size === null && name !== 'IHDR')) return null
    if (name === 'IHDR') size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    if (pngKept.has(name)) parts.push(bytes.subarray(at, end))
    if (name === 'IEND') return size && { ...size, bytes: joined(parts) }
    at = end
  }
}

const startOfScan = 0xda
const application = (marker: number) => marker >= 0xe0 && marker <= 0xef
/** JFIF, colour profile, Adobe's colour transform. */
const jpegKept = new Set([0xe0, 0xe2, 0xee])
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

function readJpeg(bytes: Uint8Array): Picture | null {
  const view = viewOf(bytes)
  const parts: Uint8Array[] = []
  let size: { width: number; height: number } | null = null
  let orientation = 1
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    const end = at + 2 + view.getUint16(at + 2)
    if (end > bytes.length) return null
    if (isFrame(marker)) size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (marker === 0xe1) orientation = orientationIn(bytes.subarray(at + 4, end)) ?? orientation
    if (marker === startOfScan) {
      // Behind the end of the picture phones hide more: a film, another picture, its place.
      const last = endOfJpeg(bytes, end)
      const turned = orientation === 1 ? [] : [exifOf(orientation)]
      return size && last !== null ? { ...size, bytes: joined([bytes.subarray(0, 2), ...turned, ...parts, bytes.subarray(at, last)]) } : null
    }
    const isComment = marker === 0xfe
    if (!isComment && (!application(marker) || jpegKept.has(marker))) parts.push(bytes.subarray(at, end))
    at = end
  }
}

/** Behind the end-of-image marker; null when there is none. Between the scans of a progressive picture stand segments. */
function endOfJpeg(bytes: Uint8Array, from: number): number | null {
  const view = viewOf(bytes)
  for (let at = from; at + 1 < bytes.length; ) {
    const marker = view.getUint8(at) === 0xff ? view.getUint8(at + 1) : 0
    if (marker === 0xd9) return at + 2
    // Picture data: a plain byte, a stuffed 0xff, a fill byte or a restart.
    if (marker === 0 || marker === 0xff) at += 1
    else if (marker >= 0xd0 && marker <= 0xd7) at += 2
    else at += 2 + view.getUint16(at + 2)
  }
  return null
}

/** Which way up the camera was held: Exif tag 0x0112, 1–8. */
function orientationIn(segment: Uint8Array): number | null {
  if (latin1(segment.subarray(0, 6)) !== 'Exif\0\0') return null
  const tiff = segment.subarray(6)
  const view = viewOf(tiff)
  const little = view.getUint16(0) === 0x4949
  const table = view.getUint32(4, little)
  for (let entry = 0; entry < view.getUint16(table, little); entry++) {
    const at = table + 2 + entry * 12
    if (view.getUint16(at, little) === 0x0112) {
      const value = view.getUint16(at + 8, little)
      return value >= 1 && value <= 8 ? value : null
    }
  }
  return null
}

/** An Exif segment that says which way is up, and nothing else. */
function exifOf(orientation: number): Uint8Array {
  return Uint8Array.from([
    0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00, 0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08,
    0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
  ])
}

function startsWith(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, index) => bytes[index] === byte)
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0)
  return whole
}
