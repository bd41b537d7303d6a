import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { aPhone, api, dist, go, openStage } from './stage.mjs'

/** WeChat's audit: at most 20 setData a second, 256 KB each; its advice for one page: 1,000 nodes, 30 deep, 60 children. */
const limits = { nodes: 1000, depth: 30, children: 60, perSecond: 20, bytes: 256 * 1024 }

let me

openStage(async () => {
  const { token, account } = await post('/auth/wechat', { code: 'sandbox:first-screen' })
  const { items } = await (await fetch(`${api}/api/v1/centers/shangbai/activities`)).json()
  for (const { id, title } of items) {
    const { ticket } = await post(`/centers/shangbai/activities/${id}/sign-ups`, {}, token)
    if (ticket) {
      me = { token, account: account.id, activity: id, title }
      break
    }
  }
  assert.ok(me, 'the demo has an activity with a place')
})

const post = async (path, body, token) => (await fetch(`${api}/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }, body: JSON.stringify(body) })).json()

/** What a phone remembers of somebody who was here before. */
const remembered = (more = {}) => new Map(Object.entries({ center: 'shangbai', session: me.token, account: me.account, ...more }))

function shapeOf(host) {
  let nodes = 0
  let depth = 0
  let children = 0
  const visit = (node, level) => {
    nodes += 1
    depth = Math.max(depth, level)
    children = Math.max(children, node.children.length)
    for (const child of node.children) visit(child, level + 1)
  }
  for (const child of host.children) visit(child, 1)
  return { nodes, depth, children }
}

/** The most setData within any second. */
function busiestSecond(log) {
  return Math.max(0, ...log.map(({ at }, index) => log.slice(index).filter((later) => later.at - at < 1000).length))
}

const pages = [
  ['首页', null, '近期活动'],
  ['服务', ['switchTab', '/pages/services/index'], '青年服务'],
  ['日程', ['switchTab', '/pages/schedule/index'], '出示签到码'],
  ['我的', ['switchTab', '/pages/mine/index'], '姓名和手机号'],
  ['显示设置', ['navigateTo', '/pages/display/index'], '跟随手机字号'],
  ['隐私说明', ['navigateTo', '/pages/privacy/index'], '你的权利'],
  ['活动', ['navigateTo', '/activities/pages/list/index?center=shangbai'], '名额'],
  ['活动详情', () => ['navigateTo', `/activities/pages/detail/index?center=shangbai&id=${me.activity}`], '出示签到码，或扫门口的现场码'],
]

test('every page is light: nodes, depth, setData', async () => {
  for (const [name, way, text] of pages) {
    const phone = aPhone({ storage: remembered() })
    await phone.start()
    if (way) await phone.see('近期活动')
    const before = phone.setDataLog.length
    if (way) await go(phone, ...(typeof way === 'function' ? way() : way))
    await phone.see(text)
    const log = phone.setDataLog.slice(before)
    const { nodes, depth, children } = shapeOf(phone.page.host)
    const bytes = log.reduce((sum, each) => sum + each.bytes, 0)
    console.log(`first screen ${name}: ${nodes} nodes, ${depth} deep, ${log.length} setData of ${Math.ceil(bytes / 1024)} KB in all, at most ${busiestSecond(phone.setDataLog)} a second`)
    assert.ok(nodes <= limits.nodes && depth <= limits.depth && children <= limits.children, `${name}: ${nodes} nodes, ${depth} deep, ${children} children`)
    assert.ok(busiestSecond(phone.setDataLog) <= limits.perSecond, `${name}: ${busiestSecond(phone.setDataLog)} setData in one second`)
    assert.ok(phone.largestSetData <= limits.bytes, `${name}: setData of ${phone.largestSetData} bytes`)
  }
})

test('关怀模式 and WeChat’s own text size reach the view as class and style', async () => {
  const usual = aPhone({ storage: remembered(), textZoom: 1.12 })
  await usual.start()
  await usual.see('近期活动')
  const root = (phone) => phone.page.host.querySelector('[class*="wx-root"]')
  assert.match(root(usual).getAttribute('style'), /--dq-zoom:\s*1\.12/)
  assert.doesNotMatch(root(usual).className, /\bcare\b/)

  await go(usual, 'switchTab', '/pages/mine/index')
  await usual.tap('显示设置')
  await usual.seePage('pages/display/index')
  await usual.tap('关怀模式')
  await usual.seeThat(() => /\bcare\b/.test(root(usual).className), 'the page is not in 关怀模式')
  assert.match(root(usual).getAttribute('style'), /--dq-zoom:\s*1\.4/)

  const restarted = aPhone({ storage: usual.storage })
  await restarted.start()
  await restarted.see('近期活动')
  assert.match(root(restarted).className, /\bcare\b.*screen_tight/)
})

/** In px, as the sheet and the page's zoom make it. */
function sizeOfTabWords(phone) {
  assert.match(readFileSync(path.join(dist, 'app.wxss'), 'utf8'), /@import\s*"\.\/common\.wxss"/)
  const [, plain] = /\.tab-bar__word\{[^}]*font-size:calc\((\d+)px\s*\*\s*var\(--dq-zoom,\s*1\)\)/.exec(readFileSync(path.join(dist, 'common.wxss'), 'utf8'))
  const zoomed = phone.page.host.querySelector('[style*="--dq-zoom"]')
  assert.equal(zoomed.querySelectorAll('.tab-bar .tab-bar__word').length, 4)
  return plain * /--dq-zoom:\s*([\d.]+)/.exec(zoomed.getAttribute('style'))[1]
}
const tabsOf = (phone) => phone.spoken.filter(({ ariaRole }) => ariaRole === 'tab').map(({ ariaLabel, ariaSelected }) => `${ariaLabel} ${ariaSelected}`)

test('the tab bar grows in 关怀模式, says which tab is shown, and bears a dot while something is unread', async () => {
  // Of the demo: somebody whose transfer was sent back, and who has not read it yet.
  const { token, account } = await post('/auth/wechat', { code: 'sandbox:returned' })
  const phone = aPhone({ storage: remembered({ session: token, account: account.id }) })
  await phone.start()
  await phone.see('近期活动')
  const usual = sizeOfTabWords(phone)
  await phone.seeThat(() => phone.all('.tab-bar__dot').length === 1, 'no dot on 我的')
  assert.deepEqual(tabsOf(phone), ['首页，已选 true', '服务，未选 false', '日程，未选 false', '我的，有未读，未选 false'])

  await phone.tap('我的')
  await phone.tap('显示设置')
  await phone.seePage('pages/display/index')
  await phone.tap('关怀模式')
  assert.equal(phone.all('.tab-bar').length, 0, 'the bar belongs to the tabs')
  await phone.seeThat(() => phone.spoken.some(({ ariaRole, ariaLabel }) => ariaRole === 'radio' && ariaLabel === '关怀模式，已选'), 'nobody says that 关怀模式 is on')
  await go(phone, 'navigateBack')
  await phone.seePage('pages/mine/index')
  await phone.seeThat(() => sizeOfTabWords(phone) >= usual * 1.4, `the words of the bar stay at ${usual} px`)
  assert.equal(tabsOf(phone)[3], '我的，有未读，已选 true')
  await phone.tap('首页')
  await phone.seePage('pages/index/index')
  await phone.seeThat(() => sizeOfTabWords(phone) >= usual * 1.4, `the words of the bar stay at ${usual} px on 首页`)
  assert.equal(tabsOf(phone)[0], '首页，已选 true')
})

test('a tab that asks to log in first has the bar as well', async () => {
  const phone = aPhone({ storage: new Map([['center', 'shangbai']]) })
  await phone.start()
  await phone.tap('日程')
  await phone.see('登录后看日程')
  assert.equal(tabsOf(phone)[2], '日程，已选 true')
  await phone.tap('服务')
  await phone.seePage('pages/services/index')
})

test('a ticket opens after a kill without any network, and the page comes up to date by itself when it is back', async () => {
  const before = aPhone({ storage: remembered() })
  await before.start()
  await before.see('签到码')
  await go(before, 'switchTab', '/pages/schedule/index')
  await before.see('出示签到码')

  const phone = aPhone({ storage: before.storage })
  phone.connect(false)
  await phone.start()
  await phone.see('没有网络，显示刚才的内容')
  await phone.see(me.title)
  await go(phone, 'switchTab', '/pages/schedule/index')
  await phone.tap('出示签到码')
  await phone.see('到门口出示签到码即可')
  assert.match(JSON.stringify(phone.page.instance.data), /data:image\/svg\+xml/)

  phone.connect(true)
  await phone.unsee('没有网络')
  assert.ok(phone.requests.some(({ path }) => path.includes('/sign-ups/mine')))
})
