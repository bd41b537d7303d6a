import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sliderColours } from './slider-colours'

const sheet = readFileSync(path.join(__dirname, 'tokens.less'), 'utf8')

type Tokens = Record<string, string>

function tokensOf(mixin: string): Tokens {
  const body = new RegExp(`^\\.${mixin}\\(\\) \\{([^}]*)\\}`, 'm').exec(sheet)?.[1] ?? ''
  return Object.fromEntries([...body.matchAll(/--(?:dq|weui)-([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name = '', colour = '']) => [name, colour]))
}

const light = tokensOf('light')
const dark = tokensOf('dark-tokens')
const themes: Record<string, Tokens> = {
  light,
  dark,
  关怀: { ...light, ...tokensOf('care-tokens') },
  'dark 关怀': { ...dark, ...tokensOf('care-dark-tokens') },
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const hex = colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join('') : colour.slice(1)
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

const grounds = ['ground', 'card', 'raised', 'fill']
const everywhere = ['text', 'text-soft', 'text-faint', 'accent-text', 'good', 'wait', 'trouble']
const own = ['red', 'warm', 'blue', 'together', 'good', 'wait', 'trouble']
const pairs = [...everywhere.flatMap((text) => grounds.map((ground) => [text, ground] as const)), ...own.map((name) => [name, `${name}-ground`] as const)]

test('the measure knows black on white, and a pair that fails', () => {
  expect(contrast('#000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#8a8f98', '#fff')).toBeLessThan(4.5)
})

test.each(Object.entries(themes))('every text on every ground of %s has at least 4.5:1', (_theme, tokens) => {
  const weak = pairs.map(([text, ground]) => ({ text, ground, ratio: contrast(tokens[text] ?? '', tokens[ground] ?? '') })).filter(({ ratio }) => !(ratio >= 4.5))
  expect(weak).toEqual([])
  expect(contrast('#fff', tokens['accent'] ?? '')).toBeGreaterThanOrEqual(4.5)
  expect(contrast(tokens['text'] ?? '', tokens['chosen'] ?? '')).toBeGreaterThanOrEqual(4.5)
})

test('关怀模式 has at least 7:1 for text', () => {
  for (const theme of ['关怀', 'dark 关怀']) {
    const tokens = themes[theme] ?? {}
    for (const text of ['text', 'text-soft', 'text-faint']) for (const ground of grounds) expect(contrast(tokens[text] ?? '', tokens[ground] ?? '')).toBeGreaterThanOrEqual(7)
  }
})

test('a slider has the sheet’s colours, and stands out from its card', () => {
  const cards = [light['card'] ?? '', dark['card'] ?? '']
  for (const [index, theme] of (['light', 'dark'] as const).entries()) {
    const { activeColor, backgroundColor } = sliderColours[theme]
    expect([activeColor, backgroundColor]).toEqual([(theme === 'dark' ? dark : light)['accent-text'], themes[theme === 'dark' ? 'dark 关怀' : '关怀']?.['line']])
    expect(contrast(activeColor, cards[index] ?? '')).toBeGreaterThanOrEqual(3)
  }
})

test('WeChat’s own bar in theme.json has the page’s colour', () => {
  const bars = JSON.parse(readFileSync(path.join(__dirname, '..', 'theme.json'), 'utf8')) as Record<'light' | 'dark', Tokens>
  for (const [theme, tokens] of [['light', light], ['dark', dark]] as const) expect(contrast(bars[theme].ground ?? '', tokens['ground'] ?? '')).toBe(1)
})
