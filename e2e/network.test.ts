import assert from 'node:assert/strict'
import { journey, phone, press, seen } from './browser.js'
import { browser, house, openStage } from './stage.js'
import { openView, prepareDemo, viewsOf, type Demo } from './views.js'

let demo: Demo

openStage(async () => {
  demo = await prepareDemo(house.origin)
})

const viewNamed = (wanted: string) => {
  const view = viewsOf(demo).find(({ name }) => name === wanted)
  assert.ok(view, wanted)
  return view
}

journey('without a network the diary and its ticket open, say how old they are, and come up to date when it is back', () => browser, async () => {
  const { context } = await phone(browser)
  const page = await openView(context, demo, viewNamed('日程'))
  await page.getByText('首页').last().click()
  await seen(page, '我的下一件事').waitFor()
  await context.setOffline(true)
  await page.getByText('日程').last().click()
  await seen(page, '没有网络，显示刚才的内容').waitFor()
  await press(page, '出示签到码')
  await page.getByRole('dialog').getByRole('img', { name: '签到码' }).waitFor()
  await press(page, '关闭')

  const refreshed = page.waitForResponse((answer) => answer.url().includes('/sign-ups/mine') && answer.ok())
  await context.setOffline(false)
  await refreshed
  await seen(page, /没有网络/).waitFor({ state: 'hidden' })
})

journey('a phone that was killed and finds its API gone shows what it had, and the age of it', () => browser, async () => {
  const { context } = await phone(browser)
  const page = await openView(context, demo, viewNamed('首页'))
  // The address was kept five minutes ago.
  await page.evaluate(() => {
    const { data } = JSON.parse(localStorage.getItem('answers') ?? '{}') as { data: string }
    const aged = (JSON.parse(data) as { at: number }[]).map((item) => ({ ...item, at: item.at - 5 * 60_000 }))
    localStorage.setItem('answers', JSON.stringify({ data: JSON.stringify(aged) }))
  })
  let tries = 0
  await context.route('**/api/v1/**', (route) => {
    if (route.request().url().endsWith('/centers/shangbai')) tries += 1
    return route.abort('failed')
  })
  await page.reload()
  await seen(page, '网络不通，显示 5 分钟前的内容').waitFor()
  await seen(page, '我的下一件事').waitFor()
  assert.equal(tries, 3, 'the first try and two more, by themselves')
  await press(page, '出示签到码')
  await page.getByRole('img', { name: '签到码' }).waitFor()
  await press(page, '关闭')
  await context.unroute('**/api/v1/**')
  await press(page, '刷新')
  await seen(page, /网络不通/).waitFor({ state: 'hidden' })
})

journey('a slow network says so, shows what was there, and then the new', () => browser, async () => {
  const { context } = await phone(browser)
  const page = await openView(context, demo, viewNamed('首页'))
  let letThrough = () => {}
  const held = new Promise<void>((resolve) => (letThrough = resolve))
  await context.route('**/api/v1/**', async (route) => {
    await held
    await route.continue()
  })
  await page.reload()
  await seen(page, '网络有点慢，显示刚才的内容').waitFor()
  await seen(page, '尚百商圈党群服务中心').waitFor()
  letThrough()
  await seen(page, /网络有点慢/).waitFor({ state: 'hidden' })
  await seen(page, '近期活动').waitFor()
})

journey('a sign-up whose answers are lost is one sign-up under one key', () => browser, async () => {
  const { context } = await phone(browser)
  const keys: string[] = []
  await context.route('**/sign-ups', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    keys.push(route.request().headers()['idempotency-key'] ?? '')
    // The first reaches the API and its answer is lost; the second is lost on its way.
    if (keys.length === 1) {
      await route.fetch()
      return route.abort('failed')
    }
    return keys.length === 2 ? route.abort('failed') : route.continue()
  })
  const page = await openView(context, demo, { ...viewNamed('活动，可以报名'), as: 'member' })
  await press(page, '报名')
  await seen(page, '报名成功').waitFor()
  assert.equal(keys.length, 3)
  assert.equal(new Set(keys).size, 1)
  const { items } = (await (await fetch(`${demo.origin}/api/v1/centers/shangbai/sign-ups/mine`, { headers: { authorization: `Bearer ${demo.token}` } })).json()) as { items: { activityId: string }[] }
  assert.equal(items.filter(({ activityId }) => activityId === demo.open).length, 1)
})

journey('what was typed survives a kill, belongs to its account, and goes when it is saved', () => browser, async () => {
  const { context } = await phone(browser)
  const page = await openView(context, demo, viewNamed('我的'))
  const open = () => seen(page, '姓名和手机号').click()
  await open()
  await page.getByPlaceholder('怎么称呼你').fill('林禾苗')
  await page.reload()
  await open()
  await seen(page, '上次没填完的还在这里').waitFor()
  assert.equal(await page.getByPlaceholder('怎么称呼你').inputValue(), '林禾苗')
  await press(page, '保存')
  await seen(page, /林禾苗/).waitFor()
  assert.equal(await page.evaluate(() => localStorage.getItem('drafts')), null)
})
