// A phone that runs a built mini-program without WeChat's tools: the logic layer in a context without a DOM and
// without eval, as in WeChat; templates compiled by the official wcc and rendered by exparser in jsdom.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { compiler, renderer } from './dom.mjs'
import { createWx } from './wx.mjs'

/** WeChat's own limit for one setData. */
const mostBytesAtOnce = 256 * 1024

export class Phone {
  #root
  #templates
  #modules = new Map()
  #components = new Map()
  #registering = null
  #definitions = new Map()
  #context
  #app = null
  stack = []
  tabPages = new Map()
  /** Every setData: bytes, and milliseconds since the phone was made. */
  setDataLog = []

  constructor(root, { api, loginCode = 'code', scene = '', storage, textZoom }) {
    this.#root = root
    this.#templates = new Function(compiler.wxmlToJs(root))()
    this.config = this.#json('app.json')
    this.launch = { path: this.config.pages[0], query: scene ? { scene } : {}, scene: 1047 }
    Object.assign(this, createWx({ api, loginCode, storage, textZoom, launch: this.launch, navigate: (way, url) => this.#navigate(way, url) }))
    const define = (definition) => this.#definitions.set(this.#registering, definition)
    const globals = {
      wx: this.wx, console, setTimeout: unawaited(setTimeout), clearTimeout, setInterval: unawaited(setInterval), clearInterval, Promise,
      App: (definition) => (this.#app = definition),
      getApp: () => this.#app,
      getCurrentPages: () => this.stack.map((page) => page.instance),
      Page: define,
      Component: define,
      Behavior: (definition) => definition,
      requirePlugin() {},
    }
    globals.global = globals
    this.#context = vm.createContext(globals, { codeGeneration: { strings: false, wasm: false } })
  }

  /** Starts the app at its first page, as a scan of its code does. */
  async start() {
    this.#registering = 'app'
    this.#require('app.js')
    this.#app.onLaunch?.(this.launch)
    this.#app.onShow?.(this.launch)
    this.#open(this.launch.path, this.launch.query)
  }

  get page() {
    return this.stack[this.stack.length - 1]
  }

  get largestSetData() {
    return Math.max(0, ...this.setDataLog.map(({ bytes }) => bytes))
  }

  get text() {
    return this.page?.host.textContent ?? ''
  }

  /** What the page tells a screen reader: the aria attributes of every part that has any: `{ ariaRole, ariaLabel, … }`. */
  get spoken() {
    const visit = (node) => {
      if (typeof node === 'string') return []
      const said = node.attrs.filter(({ name, value }) => name.startsWith('aria') && value !== '').map(({ name, value }) => [name, value])
      return [...(said.length > 0 ? [Object.fromEntries(said)] : []), ...node.children.flatMap(visit)]
    }
    return visit(this.page.component.toJSON())
  }

  /** Waits until the page shows a text. */
  see(text, ms = 8000) {
    return this.#until(() => this.text.includes(text), ms, () => `"${text}" did not appear on ${this.page?.route}:\n${this.text}`)
  }

  /** Waits until the page no longer shows a text. */
  unsee(text, ms = 8000) {
    return this.#until(() => !this.text.includes(text), ms, () => `"${text}" is still on ${this.page?.route}:\n${this.text}`)
  }

  seePage(route, ms = 8000) {
    return this.#until(() => this.page?.route === route, ms, () => `${route} did not open; ${this.page?.route} is shown`)
  }

  /** Taps what can be tapped and says this text; the topmost, when several do. */
  async tap(text) {
    const find = () => this.page.component.querySelectorAll('.tap').filter((node) => node.dom.textContent.includes(text)).pop()
    await this.#until(() => find() !== undefined, 8000, () => `nothing to tap says "${text}" on ${this.page?.route}:\n${this.text}`)
    find().dispatchEvent('tap', { bubbles: true, detail: {} })
  }

  /** Types into the field with this label. */
  async type(label, value) {
    const find = () => this.all('.field').findIndex((node) => node.dom.textContent.includes(label))
    await this.#until(() => find() >= 0, 8000, () => `no field is labelled "${label}" on ${this.page.route}:\n${this.text}`)
    this.all('.field__input')[find()].instance.triggerEvent('input', { value }, { bubbles: true })
  }

  /** Moves a slider or chooses with a picker: the one of a class that comes at this place on the page. */
  async choose(selector, place, value) {
    await this.#until(() => this.all(selector).length > place, 8000, () => `there is no ${selector} at place ${place} on ${this.page.route}:\n${this.text}`)
    this.all(selector)[place].dispatchEvent('change', { bubbles: true, detail: { value } })
  }

  all(selector) {
    return this.page.component.querySelectorAll(selector)
  }

  /** Waits for anything else. */
  seeThat(isTrue, otherwise, ms = 8000) {
    return this.#until(isTrue, ms, () => otherwise)
  }

  async #until(isTrue, ms, explain) {
    const end = Date.now() + ms
    while (!isTrue()) {
      if (Date.now() > end) throw new Error(explain())
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }

  #json(file) {
    return JSON.parse(readFileSync(path.join(this.#root, file), 'utf8'))
  }

  #require(file) {
    const name = file.endsWith('.js') ? file : `${file}.js`
    const known = this.#modules.get(name)
    if (known) return known.exports
    const module = { exports: {} }
    this.#modules.set(name, module)
    const filename = path.join(this.#root, name)
    const wrapped = vm.runInContext(`(function (module, exports, require) {${readFileSync(filename, 'utf8')}\n})`, this.#context, { filename })
    wrapped(module, module.exports, (request) => this.#require(path.posix.join(path.posix.dirname(name), request)))
    return module.exports
  }

  #define(name) {
    this.#registering = name
    this.#require(name)
    const definition = this.#definitions.get(name)
    if (!definition) throw new Error(`${name} registered nothing`)
    return definition
  }

  #componentsOf(name) {
    const used = this.#json(`${name}.json`).usingComponents ?? {}
    return Object.fromEntries(Object.entries(used).map(([tag, target]) => [tag, this.#register(path.posix.join(path.posix.dirname(name), target))]))
  }

  #register(name) {
    const known = this.#components.get(name)
    if (known) return known
    const id = name.replace(/\W/g, '-')
    this.#components.set(name, id)
    const definition = this.#define(name)
    const handle = (event) => this.page.instance.eh(toEvent(event))
    renderer.register({ id, tagName: id, path: name, template: this.#templates(`${name}.wxml`), usingComponents: this.#componentsOf(name), ...definition, methods: { ...definition.methods, eh: handle } })
    return id
  }

  #open(route, query) {
    const definition = this.#define(route)
    const id = `page-${route.replace(/\W/g, '-')}-${this.stack.length}-${this.#components.size}`
    const instance = Object.assign(Object.create(null), definition, { route, __route__: route, options: query })
    const data = () => JSON.parse(JSON.stringify(definition.data ?? {}))
    renderer.register({ id, tagName: 'page', path: route, template: this.#templates(`${route}.wxml`), usingComponents: this.#componentsOf(route), data: data(), methods: { eh: (event) => instance.eh(toEvent(event)) } })
    const component = renderer.create(id)
    const host = document.createElement('div')
    document.body.appendChild(host)
    component.attach(host)
    if (this.config.tabBar?.custom && this.config.tabBar.list.some(({ pagePath }) => pagePath === route)) renderer.create(this.#register('custom-tab-bar/index')).attach(host)
    instance.data = data()
    instance.setData = (patch, done) => {
      const sent = JSON.stringify(patch)
      this.setDataLog.push({ bytes: Buffer.byteLength(sent), at: performance.now() })
      if (Buffer.byteLength(sent) > mostBytesAtOnce) throw new Error(`setData of ${Buffer.byteLength(sent)} bytes on ${route}`)
      component.instance.setData(JSON.parse(sent))
      instance.data = component.instance.data
      if (done) setTimeout(done, 0)
    }
    const page = { route, instance, component, host }
    this.stack.push(page)
    instance.onLoad?.(query)
    instance.onShow?.()
    setTimeout(() => instance.onReady?.(), 0)
    return page
  }

  #close() {
    const page = this.stack.pop()
    page.instance.onUnload?.()
    page.host.remove()
  }

  async #navigate(way, url) {
    if (way === 'navigateBack') {
      this.#close()
      this.page.instance.onShow?.()
      return
    }
    const [route, search = ''] = url.replace(/^\//, '').split('?')
    const query = Object.fromEntries(search.split('&').filter(Boolean).map((pair) => pair.split('=')))
    if (way === 'navigateTo') {
      this.page.instance.onHide?.()
      this.#open(route, query)
      return
    }
    // Tabs stay alive; everything above them goes.
    while (this.stack.length > 1 || (this.stack.length === 1 && way !== 'switchTab')) this.#close()
    const [under] = this.stack
    if (under && under.route === route) return under.instance.onShow?.()
    if (under) {
      under.instance.onHide?.()
      this.tabPages.set(under.route, this.stack.pop())
    }
    const kept = this.tabPages.get(route)
    if (!kept) return void this.#open(route, query)
    this.stack.push(kept)
    kept.instance.onShow?.()
  }
}

/** A page that looks again every few seconds must not keep a test's process alive. */
function unawaited(timer) {
  return (...given) => timer(...given).unref()
}

/** An exparser event in the form in which WeChat hands it to the logic layer. */
function toEvent(event) {
  const place = ({ id, dataset }) => ({ id, dataset, offsetLeft: 0, offsetTop: 0 })
  return { type: event.type, timeStamp: event.timeStamp, detail: event.detail ?? {}, target: place(event.target), currentTarget: place(event.currentTarget), mark: {}, touches: [], changedTouches: [] }
}
