// What WeChat offers to a mini-program, as strict as WeChat where that has bitten.

const methods = new Set(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'])

/**
 * @param api address of the API that requests go to
 * @param loginCode what wx.login answers
 * @param storage what the phone remembers from before
 * @param textZoom WeChat's own text size, 1 as it comes
 * @param navigate called with ('navigateTo' | 'redirectTo' | 'switchTab' | 'navigateBack' | 'reLaunch', url)
 */
export function createWx({ api, loginCode, launch, navigate, storage = new Map(), textZoom = 1 }) {
  const connection = { isConnected: true, listeners: [] }
  const requests = []
  /** What the camera will read; without any, whoever opens it turns back. */
  const scans = []
  const calls = []
  const files = new Map()
  const folders = new Set(['wxfile://usr'])
  /** What the phone was asked to show: name and bytes. */
  const documents = []
  const answer = (name, act) => (options = {}) => {
    calls.push(name)
    const settle = (result, error) => {
      if (error) options.fail?.({ errMsg: `${name}:fail ${error}` })
      else options.success?.({ errMsg: `${name}:ok`, ...result })
      options.complete?.(error ? { errMsg: `${name}:fail ${error}` } : { errMsg: `${name}:ok`, ...result })
    }
    Promise.resolve()
      .then(() => act(options))
      .then((result) => settle(result), (error) => settle(null, error.message))
  }
  const request = async ({ url, method = 'GET', header, data, responseType }) => {
    if (!methods.has(method)) throw new Error('method is invalid')
    if (!connection.isConnected) throw new Error('request:fail interrupted')
    const { pathname, search, origin } = new URL(url)
    requests.push({ method, path: pathname + search, origin, header })
    const reply = await fetch(api + pathname + search, { method, headers: header, body: data === undefined || method === 'GET' ? undefined : JSON.stringify(data) })
    if (responseType === 'arraybuffer') return { statusCode: reply.status, data: await reply.arrayBuffer(), header: Object.fromEntries(reply.headers) }
    const text = await reply.text()
    let body = text
    try {
      body = JSON.parse(text)
    } catch {
      // wx.request hands over the text that it could not read.
    }
    return { statusCode: reply.status, data: body, header: Object.fromEntries(reply.headers) }
  }
  const windowInfo = { windowWidth: 390, windowHeight: 844, screenWidth: 390, screenHeight: 844, pixelRatio: 3, statusBarHeight: 47, safeArea: { top: 47, bottom: 810, left: 0, right: 390, width: 390, height: 763 } }
  const wx = {
    canIUse: () => true,
    getSystemInfoSync: () => ({ ...windowInfo, platform: 'ios', SDKVersion: '3.5.0', system: 'iOS 17.0' }),
    getWindowInfo: () => windowInfo,
    getDeviceInfo: () => ({ platform: 'ios', system: 'iOS 17.0' }),
    getAppBaseInfo: () => ({ SDKVersion: '3.5.0', theme: 'light', fontSizeScaleFactor: textZoom, fontSizeSetting: 17 * textZoom }),
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    nextTick: (act) => setTimeout(act, 0),
    getStorageSync: (key) => storage.get(key) ?? '',
    setStorageSync: (key, value) => void storage.set(key, value),
    removeStorageSync: (key) => void storage.delete(key),
    onAppShow() {},
    onAppHide() {},
    onWindowResize() {},
    onThemeChange() {},
    offThemeChange() {},
    createSelectorQuery: emptyQuery,
    onNetworkStatusChange: (listener) => void connection.listeners.push(listener),
    getNetworkType: answer('getNetworkType', () => ({ networkType: connection.isConnected ? 'wifi' : 'none' })),
    request: answer('request', request),
    login: answer('login', () => ({ code: loginCode })),
    // Whoever is asked says yes.
    showModal: answer('showModal', () => ({ confirm: true, cancel: false })),
    pageScrollTo: answer('pageScrollTo', () => ({})),
    stopPullDownRefresh: answer('stopPullDownRefresh', () => ({})),
    setNavigationBarTitle: answer('setNavigationBarTitle', () => ({})),
    showToast: answer('showToast', () => ({})),
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => ({
      mkdir: answer('mkdir', ({ dirPath }) => {
        if (folders.has(dirPath)) throw new Error(`file already exists ${dirPath}`)
        folders.add(dirPath)
      }),
      rmdir: answer('rmdir', ({ dirPath }) => {
        if (!folders.delete(dirPath)) throw new Error(`no such file or directory ${dirPath}`)
        for (const file of [...files.keys()]) if (file.startsWith(`${dirPath}/`)) files.delete(file)
      }),
      writeFile: answer('writeFile', ({ filePath, data }) => {
        if (!filePath.startsWith('wxfile://usr')) throw new Error(`permission denied, open ${filePath}`)
        if (!folders.has(filePath.slice(0, filePath.lastIndexOf('/')))) throw new Error(`no such file or directory, open ${filePath}`)
        files.set(filePath, Buffer.from(data))
        return {}
      }),
    }),
    openDocument: answer('openDocument', ({ filePath }) => {
      if (!files.has(filePath)) throw new Error('file doesn’t exist')
      documents.push({ name: filePath.slice('wxfile://usr/'.length), bytes: files.get(filePath) })
      return {}
    }),
    makePhoneCall: answer('makePhoneCall', () => ({})),
    scanCode: answer('scanCode', () => {
      const result = scans.shift()
      if (result === undefined) throw new Error('cancel')
      return { result, scanType: 'QR_CODE' }
    }),
  }
  for (const way of ['navigateTo', 'redirectTo', 'switchTab', 'navigateBack', 'reLaunch']) {
    wx[way] = answer(way, async ({ url = '' }) => {
      await navigate(way, url)
      return {}
    })
  }
  /** Flight mode on or off. */
  const connect = (isConnected) => {
    connection.isConnected = isConnected
    for (const listener of connection.listeners) listener({ isConnected, networkType: isConnected ? 'wifi' : 'none' })
  }
  return { wx, requests, calls, scans, documents, storage, connect }
}

function emptyQuery() {
  const query = { in: () => query, select: () => query, selectAll: () => query, selectViewport: () => query, exec: (done) => setTimeout(() => done?.([]), 0) }
  for (const name of ['boundingClientRect', 'scrollOffset', 'fields', 'node', 'context']) query[name] = () => query
  return query
}
