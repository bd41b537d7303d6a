// Draws src/assets/tabs/*.png (81×81): the browser's tab bar shows them, WeChat's takes them as masks. Run by hand after a change: node scripts/draw-tab-icons.mjs
import { mkdirSync, writeFileSync } from 'node:fs'
import { crc32, deflateSync } from 'node:zlib'

const size = 81
const folder = new URL('../src/assets/tabs/', import.meta.url)
const [quiet, chosen] = [[0x55, 0x59, 0x5f], [0xc7, 0x16, 0x1d]]

// Signed distances in a 26-unit box: negative inside.
const box = (x, y, left, top, width, height, radius) => {
  const dx = Math.abs(x - left - width / 2) - width / 2 + radius
  const dy = Math.abs(y - top - height / 2) - height / 2 + radius
  return Math.min(Math.max(dx, dy), 0) + Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) - radius
}
const circle = (x, y, cx, cy, radius) => Math.hypot(x - cx, y - cy) - radius
const segment = (x, y, ax, ay, bx, by) => {
  const t = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)))
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay))
}
const path = (x, y, points) => Math.min(...points.slice(1).map(([bx, by], index) => segment(x, y, ...points[index], bx, by)))
const polygon = (x, y, points) => {
  let inside = false
  points.forEach(([ax, ay], index) => {
    const [bx, by] = points[(index + 1) % points.length]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  })
  return (inside ? -1 : 1) * path(x, y, [...points, points[0]])
}
const stroke = (distance, width = 1.8) => Math.abs(distance) - width / 2

const house = [[13, 4], [22, 11.2], [22, 22], [4, 22], [4, 11.2]]
const squares = [[4.5, 4.5], [14.5, 4.5], [4.5, 14.5], [14.5, 14.5]]
const shoulders = Array.from({ length: 25 }, (_, i) => [13 - 8.4 * Math.cos((i * Math.PI) / 24), 22 - 7 * Math.sin((i * Math.PI) / 24)])
const page = (x, y) => box(x, y, 4.5, 6, 17, 15.5, 3)
const pins = (x, y) => Math.min(segment(x, y, 9, 3.8, 9, 7.6), segment(x, y, 17, 3.8, 17, 7.6)) - 0.9

const icons = {
  home: (x, y) => Math.min(stroke(polygon(x, y, house)), path(x, y, [[10.4, 21.6], [10.4, 15.6], [15.6, 15.6], [15.6, 21.6]]) - 0.9),
  'home-on': (x, y) => Math.max(polygon(x, y, house) - 0.9, -box(x, y, 10.4, 15.4, 5.2, 9, 0.8)),
  services: (x, y) => Math.min(...squares.map(([left, top]) => stroke(box(x, y, left, top, 7, 7, 2)))),
  'services-on': (x, y) => Math.min(...squares.map(([left, top]) => box(x, y, left, top, 7, 7, 2) - 0.9)),
  schedule: (x, y) => Math.min(stroke(page(x, y)), pins(x, y), segment(x, y, 4.5, 11.3, 21.5, 11.3) - 0.9),
  'schedule-on': (x, y) => Math.min(Math.max(page(x, y) - 0.9, 0.9 - segment(x, y, 3, 11.3, 23, 11.3)), pins(x, y)),
  mine: (x, y) => Math.min(stroke(circle(x, y, 13, 8.8, 4.4)), path(x, y, shoulders) - 0.9, segment(x, y, 4.6, 22, 21.4, 22) - 0.9),
  'mine-on': (x, y) => Math.min(circle(x, y, 13, 8.8, 5.3), polygon(x, y, shoulders) - 0.9),
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

function png(draw, [red, green, blue]) {
  const rows = Buffer.alloc(size * (1 + size * 4))
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const unit = 26 / size
      const distance = draw((column + 0.5) * unit, (row + 0.5) * unit) / unit
      const alpha = Math.round(255 * Math.min(1, Math.max(0, 0.5 - distance)))
      rows.set([red, green, blue, alpha], row * (1 + size * 4) + 1 + column * 4)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))])
}

mkdirSync(folder, { recursive: true })
for (const [name, draw] of Object.entries(icons)) writeFileSync(new URL(`${name}.png`, folder), png(draw, name.endsWith('-on') ? chosen : quiet))
