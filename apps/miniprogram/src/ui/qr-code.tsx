import { useMemo } from 'react'
import { Image } from '@tarojs/components'
import { encode } from 'uqr'

/** A QR code as an image that needs neither canvas nor network; black on white in dark mode too, for scanners. */
export function QrCode({ text, label, size }: { text: string; label: string; size: number }) {
  const source = useMemo(() => drawQr(text), [text])
  const browser = process.env.TARO_ENV === 'h5' ? { role: 'img', 'aria-label': label, nativeProps: { alt: '' } } : {}
  return <Image className="qr" src={source} style={{ width: `${size}px`, height: `${size}px` }} ariaLabel={label} {...browser} />
}

/** @returns a data URI of an SVG, one unit a module, with the quiet zone of four that the standard asks for */
export function drawQr(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.map((row, y) => runs(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`).join('')).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** The dark stretches of a row: where each begins and how long it is. */
function runs(row: readonly boolean[]): [number, number][] {
  const found: [number, number][] = []
  row.forEach((isDark, x) => {
    const last = found[found.length - 1]
    if (!isDark) return
    if (last && last[0] + last[1] === x) last[1]++
    else found.push([x, 1])
  })
  return found
}
