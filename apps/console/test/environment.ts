import { TextDecoder, TextEncoder } from 'node:util'

// What browsers have and jsdom lacks.
Object.assign(globalThis, { TextEncoder, TextDecoder })
window.matchMedia = (media) => Object.assign(new EventTarget(), { matches: false, media, onchange: null, addListener: () => undefined, removeListener: () => undefined })
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
// A text area that grows with its text measures itself.
document.head.append(Object.assign(document.createElement('style'), { textContent: 'textarea { padding: 0 !important; border-width: 0 !important; }' }))
// jsdom knows no styles of pseudo-elements, and says so loudly whenever a table measures the scroll bar.
const { getComputedStyle } = window
window.getComputedStyle = (element) => getComputedStyle(element)
