// The official compiler and exparser's test renderer expect a browser's globals before they load.
import { createRequire } from 'node:module'
import { JSDOM } from 'jsdom'

const require = createRequire(import.meta.url)
const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true })
for (const name of ['document', 'Event', 'CustomEvent', 'HTMLElement', 'Element', 'Node', 'Text', 'navigator', 'TouchEvent', 'MouseEvent']) {
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true })
}
Object.defineProperty(globalThis, 'window', { value: window, configurable: true, writable: true })
window.__webview_engine_version__ = 0.02

// Brings WeChat's built-in elements; its compiler is its own dependency.
require('miniprogram-simulate')
export const renderer = require('j-component')
export const compiler = createRequire(require.resolve('miniprogram-simulate'))('miniprogram-compiler')
