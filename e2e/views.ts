import type { BrowserContext, Page } from 'playwright-core'
import { prepareBorrower, type Borrower } from './borrower.js'
import { press, seen } from './browser.js'

/** A page or dialog of the phone, and how one gets there. */
export interface View {
  name: string
  /** Who looks: somebody signed in, one of the staff, somebody who was here before, or a phone that has never seen a centre. */
  as: 'member' | 'staff' | 'guest' | 'stranger' | 'borrower' | PartyPersona
  path: string
  /** What is done there until the view is complete. */
  reach: (page: Page) => Promise<unknown>
}

/** Personas of the demo with a Party membership, or on their way to one here. */
type PartyPersona = 'mover' | 'returned' | 'arriving'
type Party = Record<PartyPersona, { token: string; account: string; cases: readonly { id: string; state: string }[] }>

export interface Demo {
  party: Party
  /** Stands for a firm that has asked for loans. */
  borrower: Borrower
  origin: string
  token: string
  account: string
  /** Of the staff. */
  staff: { token: string; account: string }
  /** Signed up for, with a ticket. */
  mine: string
  /** Full: with a place on the waitlist. */
  waiting: string
  /** Neither. */
  open: string
}

interface Listed { items: { id: string; capacity: number; taken: number; signUpBlock: string | null }[] }

/** Somebody of the demo with a ticket and a place on a waitlist. */
export async function prepareDemo(origin: string): Promise<Demo> {
  const ask = async <T>(path: string, body?: object, token?: string, method = body ? 'POST' : 'GET'): Promise<T> => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
    return (await fetch(`${origin}/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) })).json() as Promise<T>
  }
  const { token, account } = await ask<{ token: string; account: { id: string } }>('/auth/wechat', { code: 'sandbox:looker' })
  await ask('/centers/shangbai/persons/me', { name: '林禾', phone: '19900001234' }, token, 'PATCH')
  const { items } = await ask<Listed>('/centers/shangbai/activities?limit=50')
  const able = items.filter(({ signUpBlock }) => signUpBlock === null)
  const signedUp: string[] = []
  const tried = new Set<string>()
  for (const { id, capacity, taken } of able) {
    const wanted = signedUp.length === 0 ? taken < capacity : taken >= capacity
    if (!wanted) continue
    tried.add(id)
    const { state, allowedActions } = await ask<{ state?: string; allowedActions?: string[] }>(`/centers/shangbai/activities/${id}/sign-ups`, {}, token)
    if (state === (signedUp.length === 0 ? 'confirmed' : 'waitlisted') && allowedActions?.includes('cancel')) signedUp.push(id)
    if (signedUp.length === 2) break
  }
  const [mine, waiting] = signedUp
  const probe = await ask<{ token: string }>('/auth/wechat', { code: 'sandbox:probe' })
  let open: string | undefined
  for (const { id, capacity, taken } of able) {
    if (tried.has(id) || taken >= capacity) continue
    // One tap is enough there: nothing is asked, and who signs up may leave again.
    const signUp = await ask<{ id?: string; state?: string; allowedActions?: string[] }>(`/centers/shangbai/activities/${id}/sign-ups`, {}, probe.token)
    if (signUp.state !== 'confirmed' || !signUp.allowedActions?.includes('cancel')) continue
    await ask(`/centers/shangbai/sign-ups/${signUp.id}/cancel`, {}, probe.token)
    open = id
    break
  }
  if (!mine || !waiting || !open) throw new Error('the demo has no activity with a place, or none that is full')
  const enter = async (name: PartyPersona) => {
    const session = await ask<{ token: string; account: { id: string } }>('/auth/wechat', { code: `sandbox:${name}` })
    const { items } = await ask<{ items: { id: string; state: string }[] }>('/centers/shangbai/transfers?view=mine', undefined, session.token)
    return { token: session.token, account: session.account.id, cases: items }
  }
  const party: Party = { mover: await enter('mover'), returned: await enter('returned'), arriving: await enter('arriving') }
  const staff = await ask<{ token: string; account: { id: string } }>('/auth/wechat', { code: 'sandbox:staff' })
  return { origin, token, account: account.id, staff: { token: staff.token, account: staff.account.id }, mine, waiting, open, party, borrower: await prepareBorrower(ask) }
}

const desk = (id: string) => `/activities/pages/desk/index?center=shangbai&id=${id}`
const detail = (id: string) => `/activities/pages/detail/index?center=shangbai&id=${id}`
/** The page is there and nothing is on its way. */
const settled = async (page: Page) => {
  await page.locator('.taro_page_show .screen__body').last().waitFor()
  await page.waitForLoadState('networkidle')
  await page.locator('.skeleton').filter({ visible: true }).first().waitFor({ state: 'hidden' })
}
const ready = (page: Page) => page.locator('.screen__bar').filter({ visible: true }).waitFor()

/** As far as the ranking: what is needed travels in memory, so a page behind it has no address of its own. */
async function compareLoans(page: Page): Promise<void> {
  await press(page, '看看哪些贷款合适')
  await page.locator('.unfit').filter({ visible: true }).first().waitFor()
  await settled(page)
}

export function viewsOf({ mine, waiting, open, party, borrower }: Demo): View[] {
  const caseOf = (persona: PartyPersona, state: string) => `center=shangbai&id=${party[persona].cases.find((each) => each.state === state)?.id ?? ''}`
  const demandOf = (id: string) => `/financing/pages/demand/index?center=shangbai&id=${id}`
  const picksOf = (id: string) => `/financing/pages/picks/index?center=shangbai&id=${id}`
  const referralOf = (id: string) => `/financing/pages/referral/index?center=shangbai&id=${id}`
  const answer = async (page: Page, ...answers: RegExp[]) => { for (const each of answers) await press(page, each) }
  const start = '/transfer/pages/start/index?center=shangbai'
  const askToSignUp = async (page: Page) => {
    await press(page, '报名')
    await page.getByRole('dialog').waitFor()
  }
  return [
    { name: '首页', as: 'member', path: '/pages/index/index', reach: async (page) => { await seen(page, '我的下一件事').waitFor(); await page.locator('.activity-row').first().waitFor() } },
    { name: '首页，切换中心', as: 'member', path: '/pages/index/index', reach: async (page) => { await press(page, /切换中心/); await seen(page, '云海商圈党群服务中心').waitFor() } },
    { name: '首页，签到码', as: 'member', path: '/pages/index/index', reach: async (page) => { await press(page, '出示签到码'); await seen(page, '到门口出示签到码即可').waitFor() } },
    { name: '首页，输入编码', as: 'guest', path: '/pages/index/index', reach: async (page) => { await press(page, '输入编码'); await press(page, '确定'); await seen(page, '请输入海报上的编码').waitFor() } },
    { name: '首页，还没有中心', as: 'stranger', path: '/pages/index/index', reach: (page) => seen(page, '云海商圈党群服务中心').waitFor() },
    { name: '首页，打不开的码', as: 'stranger', path: '/pages/index/index?scene=E92CPJK5', reach: (page) => seen(page, '这个码打不开').waitFor() },
    { name: '服务', as: 'guest', path: '/pages/services/index', reach: (page) => page.locator('.cell').first().waitFor() },
    { name: '服务，怎么办', as: 'guest', path: '/pages/services/index', reach: async (page) => { await seen(page, '到现场').click(); await page.getByRole('dialog').waitFor() } },
    { name: '服务，还没有中心', as: 'stranger', path: '/pages/services/index', reach: (page) => seen(page, '去选中心').waitFor() },
    { name: '日程', as: 'member', path: '/pages/schedule/index', reach: (page) => seen(page, '出示签到码').waitFor() },
    { name: '日程，过去的', as: 'member', path: '/pages/schedule/index', reach: async (page) => { await seen(page, '过去的').click(); await seen(page, '这里还是空的').waitFor() } },
    { name: '日程，未登录', as: 'guest', path: '/pages/schedule/index', reach: (page) => seen(page, '登录后看日程').waitFor() },
    { name: '我的', as: 'member', path: '/pages/mine/index', reach: (page) => seen(page, '姓名和手机号').waitFor() },
    { name: '我的，姓名和手机号', as: 'member', path: '/pages/mine/index', reach: async (page) => { await seen(page, '姓名和手机号').click(); await page.getByPlaceholder('11 位手机号').fill('199'); await press(page, '保存'); await seen(page, '手机号应是 11 位数字').waitFor() } },
    { name: '我的，未登录', as: 'guest', path: '/pages/mine/index', reach: (page) => seen(page, '浏览不用登录').waitFor() },
    { name: '显示设置', as: 'guest', path: '/pages/display/index', reach: (page) => seen(page, '跟随手机字号').waitFor() },
    { name: '隐私说明', as: 'guest', path: '/pages/privacy/index', reach: (page) => seen(page, '你的权利').waitFor() },
    { name: '活动', as: 'guest', path: '/activities/pages/list/index?center=shangbai', reach: (page) => page.locator('.activity-row').first().waitFor() },
    { name: '活动，筛选', as: 'guest', path: '/activities/pages/list/index?center=shangbai', reach: async (page) => { await press(page, '筛选'); await seen(page, '筛选活动').waitFor() } },
    { name: '签到台，哪一场', as: 'staff', path: '/activities/pages/desks/index?center=shangbai', reach: (page) => page.locator('.cell').filter({ visible: true }).first().waitFor() },
    { name: '签到台', as: 'staff', path: desk(waiting), reach: (page) => seen(page, '人已签到').waitFor() },
    { name: '签到台，找人登记', as: 'staff', path: desk(waiting), reach: async (page) => { await press(page, '找人登记'); await page.getByPlaceholder(/序号/).fill('1'); await press(page, '查找'); await page.locator('.desk-found').filter({ visible: true }).waitFor() } },
    { name: '我的，工作人员', as: 'staff', path: '/pages/mine/index', reach: (page) => seen(page, '在活动门口扫签到码').waitFor() },
    { name: '活动，报了名', as: 'member', path: detail(mine), reach: (page) => seen(page, '报名成功').waitFor() },
    { name: '活动，取消报名', as: 'member', path: detail(mine), reach: async (page) => { await press(page, '取消报名'); await seen(page, '确定不去了吗').waitFor() } },
    { name: '活动，候补', as: 'member', path: detail(waiting), reach: (page) => seen(page, '候补中').waitFor() },
    { name: '活动，可以报名', as: 'guest', path: detail(open), reach: ready },
    { name: '活动，隐私说明', as: 'guest', path: detail(open), reach: askToSignUp },
    { name: '活动，登录身份', as: 'guest', path: detail(open), reach: async (page) => { await askToSignUp(page); await press(page, '同意并继续'); await page.getByPlaceholder('任意名字，如 wang').waitFor() } },
    { name: '没有到场的活动', as: 'member', path: '/activities/pages/no-shows/index?center=shangbai', reach: settled },
    { name: '签到', as: 'member', path: `/activities/pages/check-in/index?center=shangbai&id=${mine}`, reach: settled },
    { name: '消息', as: 'member', path: '/notices/pages/inbox/index?center=shangbai', reach: settled },
    { name: '公告', as: 'guest', path: '/notices/pages/announcements/index?center=shangbai', reach: settled },
    { name: '一则公告', as: 'guest', path: '/notices/pages/announcements/index?center=shangbai', reach: async (page) => { await page.locator('.cell').filter({ visible: true }).first().click(); await page.waitForURL(/announcement\/index/); await settled(page) } },
    { name: '邀请码', as: 'member', path: '/accounts/pages/invitation/index', reach: settled },
    { name: '我的授权', as: 'member', path: '/accounts/pages/consents/index', reach: settled },
    { name: '我的授权，撤回', as: 'member', path: '/accounts/pages/consents/index', reach: async (page) => { await seen(page, '姓名和手机号').click(); await seen(page, '先不撤回').waitFor() } },
    { name: '我的授权，副本', as: 'member', path: '/accounts/pages/consents/index', reach: async (page) => { await seen(page, '表格').click(); await seen(page, '副本准备好了').waitFor() } },
    { name: '登录设备', as: 'member', path: '/accounts/pages/devices/index', reach: settled },
    { name: '我的身份', as: 'member', path: '/organization/pages/bindings/index?center=shangbai', reach: settled },
    { name: '核对党员身份', as: 'member', path: '/organization/pages/ask/index?center=shangbai&kind=member', reach: settled },
    { name: '组织架构', as: 'guest', path: '/organization/pages/chart/index?center=shangbai', reach: settled },
    { name: '贷款，需要多少', as: 'guest', path: '/financing/pages/need/index?center=shangbai', reach: settled },
    { name: '贷款，排名', as: 'guest', path: '/financing/pages/need/index?center=shangbai', reach: compareLoans },
    { name: '贷款，不满足的原因', as: 'guest', path: '/financing/pages/need/index?center=shangbai', reach: async (page) => { await compareLoans(page); await press(page, '看原因'); await page.locator('.unfit__change').filter({ visible: true }).first().waitFor() } },
    { name: '贷款，再答一题', as: 'guest', path: '/financing/pages/need/index?center=shangbai', reach: async (page) => { await compareLoans(page); await press(page, /^再答一题/); await page.getByRole('dialog').waitFor() } },
    { name: '贷款，一款的测算', as: 'guest', path: '/financing/pages/need/index?center=shangbai', reach: async (page) => { await compareLoans(page); await page.locator('.unfit').filter({ visible: true }).first().click(); await seen(page, '怎么算的').waitFor() } },
    { name: '贷款，没有企业', as: 'member', path: '/financing/pages/demand-form/index?center=shangbai', reach: (page) => seen(page, '先核对一次企业身份').waitFor() },
    { name: '贷款，已有一份', as: 'borrower', path: '/financing/pages/demand-form/index?center=shangbai', reach: (page) => seen(page, '有一份需求还没结束').waitFor() },
    { name: '贷款，填需求', as: 'borrower', path: '/financing/pages/need/index?center=shangbai', reach: async (page) => { await compareLoans(page); await press(page, '把需求发给银行'); await press(page, '是另一笔，再提一份'); await press(page, '修改'); await seen(page, '还能接受的担保').waitFor(); await settled(page) } },
    { name: '贷款，我的需求', as: 'borrower', path: '/financing/pages/demands/index?center=shangbai', reach: (page) => page.locator('.case-row').first().waitFor() },
    { name: '贷款，待核对', as: 'borrower', path: demandOf(borrower.submitted), reach: (page) => seen(page, '等党群服务中心核对').waitFor() },
    { name: '贷款，退回修改', as: 'borrower', path: `/financing/pages/demand-form/index?center=shangbai&id=${borrower.returned}`, reach: (page) => seen(page, '党群服务中心请你改一改').waitFor() },
    { name: '贷款，选银行', as: 'borrower', path: picksOf(borrower.matched), reach: (page) => page.locator('.pick-card').first().waitFor() },
    { name: '贷款，逐家授权', as: 'borrower', path: picksOf(borrower.matched), reach: async (page) => { await page.getByRole('switch').first().click(); await press(page, '选好 1 家，下一步'); await seen(page, '逐家决定给不给看').waitFor() } },
    { name: '贷款，发给所有银行', as: 'borrower', path: picksOf(borrower.matched), reach: async (page) => { await press(page, /^拿不准选哪家/); await page.getByRole('dialog').waitFor() } },
    { name: '贷款，银行在办', as: 'borrower', path: demandOf(borrower.atBanks), reach: (page) => page.locator('.bank-row').first().waitFor() },
    { name: '贷款，结束需求', as: 'borrower', path: demandOf(borrower.atBanks), reach: async (page) => { await press(page, /^结束这份需求/); await page.getByRole('dialog').waitFor() } },
    { name: '贷款，授权一家', as: 'borrower', path: referralOf(borrower.claimed), reach: async (page) => { await press(page, '授权这家银行'); await page.getByRole('dialog').waitFor() } },
    { name: '贷款，缺材料', as: 'borrower', path: referralOf(borrower.lacking), reach: (page) => seen(page, '还缺').waitFor() },
    { name: '贷款，已批准', as: 'borrower', path: referralOf(borrower.granted), reach: (page) => seen(page, '有效期到').waitFor() },
    { name: '贷款，核对放款', as: 'borrower', path: referralOf(borrower.drawn), reach: (page) => seen(page, '没错，确认').waitFor() },
    { name: '贷款，数字不对', as: 'borrower', path: referralOf(borrower.drawn), reach: async (page) => { await press(page, '数字不对'); await page.getByRole('dialog').waitFor() } },
    { name: '查验凭条，查不到', as: 'guest', path: '/transfer/pages/slip/index?code=AAECAwQFBgcICQoLDA0ODw.sandbox.A', reach: (page) => seen(page, '查不到这张凭条').waitFor() },
    { name: '接转，我的', as: 'mover', path: '/transfer/pages/list/index?center=shangbai', reach: settled },
    { name: '接转，没登录', as: 'guest', path: '/transfer/pages/list/index?center=shangbai', reach: settled },
    { name: '接转，办哪一种', as: 'guest', path: start, reach: settled },
    { name: '接转，转到哪里', as: 'guest', path: start, reach: (page) => answer(page, /^转出/) },
    { name: '接转，涉密军警', as: 'guest', path: start, reach: async (page) => { await answer(page, /^转出/, /^涉密/); await seen(page, '打电话问问').waitFor() } },
    { name: '接转，为什么', as: 'guest', path: start, reach: (page) => answer(page, /^内部调整/) },
    { name: '接转，同意', as: 'guest', path: start, reach: async (page) => { await answer(page, /^内部调整/, /^调动/); await ready(page) } },
    { name: '接转，先核对身份', as: 'arriving', path: start, reach: async (page) => { await answer(page, /^内部调整/, /^调动/, /^同意/); await seen(page, '先核对一次身份').waitFor() } },
    { name: '接转，意向登记', as: 'arriving', path: start, reach: async (page) => { await answer(page, /^转入/, /^外省，用/, /^就业/, /^同意/); await seen(page, '本人信息').waitFor(); await press(page, '下一步'); await seen(page, /请填写身份证号/).waitFor() } },
    { name: '接转，补正', as: 'returned', path: `/transfer/pages/form/index?${caseOf('returned', 'returned')}`, reach: (page) => seen(page, /退回原因/).waitFor() },
    { name: '接转，提交前检查', as: 'returned', path: `/transfer/pages/form/index?${caseOf('returned', 'returned')}`, reach: async (page) => { await press(page, '下一步'); await seen(page, /处要改/).waitFor() } },
    { name: '接转，进度', as: 'mover', path: `/transfer/pages/detail/index?${caseOf('mover', 'endorsed')}`, reach: (page) => seen(page, /还差 2 步/).waitFor() },
    { name: '接转，已办结', as: 'mover', path: `/transfer/pages/detail/index?${caseOf('mover', 'closed')}`, reach: (page) => seen(page, '已办结').waitFor() },
    { name: '接转，被退回', as: 'returned', path: `/transfer/pages/detail/index?${caseOf('returned', 'returned')}`, reach: (page) => seen(page, '请补正后再提交').waitFor() },
    { name: '接转，可接收', as: 'arriving', path: `/transfer/pages/detail/index?${caseOf('arriving', 'placed')}`, reach: (page) => seen(page, /可以接收了/).waitFor() },
    { name: '活动，找不到', as: 'guest', path: detail('01a20e5a-a4af-7bdb-ba09-000000000000'), reach: (page) => seen(page, '找不到这个活动').waitFor() },
  ]
}

/** Opens a view in a fresh page of a context, on a phone that remembers what `as` says. */
export async function openView(context: BrowserContext, demo: Demo, view: View, remembered: Record<string, string> = {}): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const { token, account } = view.as === 'mover' || view.as === 'returned' || view.as === 'arriving' ? demo.party[view.as] : view.as === 'staff' ? demo.staff : view.as === 'borrower' ? demo.borrower : demo
  const member = { session: token, account, privacy: '' }
  const known = { ...(view.as === 'stranger' ? {} : { center: 'shangbai' }), ...(view.as === 'guest' || view.as === 'stranger' ? {} : member), ...remembered }
  await page.addInitScript((items) => {
    if (sessionStorage.getItem('begun')) return
    sessionStorage.setItem('begun', 'yes')
    localStorage.clear()
    // As Taro's browser build stores.
    for (const [name, data] of Object.entries(items)) localStorage.setItem(name, JSON.stringify({ data }))
  }, known)
  await page.goto(`${demo.origin}/#${view.path}`)
  await view.reach(page)
  return page
}

/** Pages wait for answers most of their time, so that a few at once cost little more than one. */
const atOnce = 3

/**
 * Looks at every view; each looker has a context of its own, because the pages of one share what a phone remembers.
 * @returns what was found, in the order of the views
 */
export async function lookAtAll(demo: Demo, open: () => Promise<BrowserContext>, look: (context: BrowserContext, view: View) => Promise<string[]>): Promise<string[]> {
  const views = viewsOf(demo)
  const found: string[][] = []
  let next = 0
  const work = async () => {
    const context = await open()
    for (let index = next++; index < views.length; index = next++) found[index] = await look(context, views[index] as View)
    await context.close()
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return found.flat()
}
