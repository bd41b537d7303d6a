import { readFileSync } from 'node:fs'
import { palette, programmeColors, toneColors } from './palette'

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG contrast ratio, 1–21. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const surfaces = [palette.page, palette.surface, palette.surfaceQuiet, palette.accentSoft]
const pairs: [string, string, string][] = [
  ...surfaces.flatMap((surface): [string, string, string][] => [
    ['text', palette.text, surface],
    ['secondary text', palette.textSecondary, surface],
    ['quiet text', palette.textQuiet, surface],
    ['accent', palette.accent, surface],
    ['error', palette.error, surface],
    ['success', palette.success, surface],
  ]),
  ['text on a primary button', palette.surface, palette.accent],
  ['warning', palette.warning, palette.warningSoft],
  ['success on its tint', palette.success, palette.successSoft],
  ...Object.entries({ ...programmeColors, ...toneColors }).map(([name, { text, soft }]): [string, string, string] => [name, text, soft]),
  ...Object.entries(programmeColors).map(([name, { text }]): [string, string, string] => [`${name} on white`, text, palette.surface]),
]

test.each(pairs)('%s (%s on %s) can be read by everyone', (_, text, surface) => {
  expect(contrast(text, surface)).toBeGreaterThanOrEqual(4.5)
})

test('the style sheet uses no colour beyond the palette, so that all of them are tested', () => {
  const known = new Set(JSON.stringify([palette, programmeColors, toneColors]).match(/#[0-9A-F]{6}/g))
  const used = readFileSync('src/app/app.css', 'utf8').match(/#[0-9a-fA-F]{3,8}\b/g) ?? []
  expect(used.length).toBeGreaterThan(10)
  expect(used.filter((colour) => !known.has(colour))).toEqual([])
})
