import { TextDecoder, TextEncoder } from 'node:util'

// What browsers have and jsdom lacks.
Object.assign(globalThis, { TextEncoder, TextDecoder })
window.matchMedia = (media) => Object.assign(new EventTarget(), { matches: false, media, onchange: null, addListener: () => undefined, removeListener: () => undefined })
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
window.scrollTo = () => undefined
// A list that opens waits one task, by a channel to itself.
Object.assign(globalThis, {
  MessageChannel: class {
    readonly port1: { onmessage: (() => void) | null } = { onmessage: null }
    readonly port2 = { postMessage: () => void setTimeout(() => this.port1.onmessage?.(), 0) }
  },
})
Element.prototype.scrollIntoView = () => undefined
// jsdom knows no styles of pseudo-elements, and says so loudly whenever a table measures the scroll bar; nor the
// edges of a text area, which measures itself to grow with its text.
const { getComputedStyle } = window
window.getComputedStyle = (element) => {
  const style = getComputedStyle(element)
  if (!(element instanceof HTMLTextAreaElement)) return style
  const getPropertyValue = (name: string) => (/^(padding|border)-/.test(name) ? '0px' : style.getPropertyValue(name))
  return new Proxy(style, { get: (target, name) => (name === 'getPropertyValue' ? getPropertyValue : Reflect.get(target, name)) })
}
