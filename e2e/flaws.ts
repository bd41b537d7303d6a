// What runs inside of the page: it may use nothing from outside of its function.

export interface Flaw {
  kind: 'small' | 'cut by the window' | 'covered' | 'clipped' | 'overlapping' | 'scrolls sideways'
  what: string
}

/**
 * Measures the topmost layer of the page that is shown: its dialog, or the page with its bars.
 * - small: a control under 44 px either way
 * - cut by the window: a control or a text that sticks out at a side
 * - covered: a control that a tap at it does not reach, though it was scrolled to
 * - clipped: text that is not all inside of its control or of whatever hides its overflow
 * - overlapping: two texts on top of each other
 * - scrolls sideways: a page or a box that can be scrolled sideways
 */
export function findFlaws(): Flaw[] {
  const flaws: Flaw[] = []
  const width = document.documentElement.clientWidth
  const slack = 1
  const hasSize = ({ width: w, height: h }: DOMRect) => w > 0 && h > 0
  const isVisible = (element: Element) => {
    const style = getComputedStyle(element)
    return style.visibility !== 'hidden' && style.display !== 'none' && !element.closest('[aria-hidden="true"], .unseen')
  }
  const isShown = (element: Element) => hasSize(element.getBoundingClientRect()) && isVisible(element)
  const pages = [...document.querySelectorAll('.taro_page')].filter(isShown)
  const page = pages[pages.length - 1]
  if (!page) return [{ kind: 'clipped', what: 'no page is shown' }]
  const dialogs = [...page.querySelectorAll('.half-screen__panel')].filter(isShown)
  const dialog = dialogs[dialogs.length - 1]
  const bars = dialog ? [] : [...document.querySelectorAll('.taro-tabbar__tabbar, #taro-navigation-bar')].filter(isShown)
  const layers = [dialog ?? page, ...bars]

  const name = (element: Element) => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} "${(element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 24)}"`
  const add = (kind: Flaw['kind'], what: string) => flaws.push({ kind, what })
  const box = (rect: DOMRect) => `${Math.round(rect.left)},${Math.round(rect.top)} ${Math.round(rect.width)}×${Math.round(rect.height)}`
  const clips = (value: string) => value === 'hidden' || value === 'clip' || value === 'auto' || value === 'scroll'

  const selector = '.tap, [role="button"], [role="switch"], [role="radio"], button, input, textarea, a, taro-picker-core'
  const controls = layers.flatMap((layer) => [...layer.querySelectorAll(selector)]).filter(isShown)
  for (const control of controls) {
    control.scrollIntoView({ block: 'center', behavior: 'instant' })
    const rect = control.getBoundingClientRect()
    if (rect.width < 44 - 0.5 || rect.height < 44 - 0.5) add('small', `${name(control)} ${box(rect)}`)
    if (rect.left < -slack || rect.right > width + slack) add('cut by the window', `${name(control)} ${box(rect)}`)
    for (const [x, y] of [[0.5, 0.5], [0.15, 0.5], [0.85, 0.5], [0.5, 0.2], [0.5, 0.8]] as const) {
      const hit = document.elementFromPoint(rect.left + rect.width * x, rect.top + rect.height * y)
      if (hit && control.contains(hit)) continue
      add('covered', `${name(control)} ${box(rect)} by ${hit ? name(hit) : 'nothing that can be seen'}`)
      break
    }
  }

  const texts: { element: Element; rects: DOMRect[]; control: Element | null; layer: Element; isPinned: boolean }[] = []
  for (const layer of layers) {
    const walker = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (!element || !node.textContent?.trim() || !isVisible(element) || element.closest('style, script')) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      // A box squeezed to nothing still shows its text, outside of itself.
      if (!hasSize(element.getBoundingClientRect()) && (getComputedStyle(element).overflow !== 'visible' || ![...range.getClientRects()].some(hasSize))) continue
      const control = element.closest(selector)
      texts.push({ element, rects: [...range.getClientRects()], control, layer, isPinned: Boolean(element.closest('.screen__bar, .half-screen__head, .half-screen__foot')) })
    }
  }
  for (const { element, rects, control } of texts) {
    for (const rect of rects) {
      if (rect.left < -slack || rect.right > width + slack) add('cut by the window', `${name(element)} ${box(rect)}`)
      const around = control?.getBoundingClientRect()
      // Line boxes may stand out above and below by what the font adds.
      if (around && (rect.left < around.left - slack || rect.right > around.right + slack || rect.top < around.top - 4 || rect.bottom > around.bottom + 4)) add('clipped', `${name(element)} ${box(rect)} in ${box(around)}`)
    }
    for (let outer: Element | null = element; outer && outer !== document.body; outer = outer.parentElement) {
      const style = getComputedStyle(outer)
      const hides = { x: style.overflowX === 'hidden' || style.overflowX === 'clip', y: style.overflowY === 'hidden' || style.overflowY === 'clip' }
      // A scrolling box shows the rest when it is scrolled.
      if (!hides.x && !hides.y) {
        if (clips(style.overflowY)) break
        continue
      }
      const limit = outer.getBoundingClientRect()
      const isOut = rects.some((rect) => (hides.x && (rect.left < limit.left - slack || rect.right > limit.right + slack)) || (hides.y && (rect.top < limit.top - 4 || rect.bottom > limit.bottom + 4)))
      if (isOut && !outer.matches('.taro_page, .taro_router, .taro-tabbar__panel, .taro-tabbar__container')) {
        add('clipped', `${name(element)} by ${name(outer)}`)
        break
      }
    }
  }
  for (const [index, one] of texts.entries()) {
    for (const other of texts.slice(index + 1)) {
      // What is scrolled passes under the bars.
      if (one.element === other.element || one.layer !== other.layer || one.isPinned !== other.isPinned) continue
      const overlap = one.rects.some((a) => other.rects.some((b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.3 * Math.min(a.height, b.height)))
      if (overlap) add('overlapping', `${name(one.element)} and ${name(other.element)}`)
    }
  }

  for (const element of [document.documentElement, page, ...page.querySelectorAll('*')]) {
    const { overflowX } = getComputedStyle(element)
    const scrolls = element === document.documentElement || overflowX === 'auto' || overflowX === 'scroll'
    if (scrolls && element.scrollWidth > element.clientWidth + slack) add('scrolls sideways', `${name(element)} ${element.scrollWidth} in ${element.clientWidth}`)
  }
  return flaws
}
