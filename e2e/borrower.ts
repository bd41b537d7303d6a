/** Asks the house: a POST with a body, else a GET. */
export type Ask = <T>(path: string, body?: object, token?: string) => Promise<T>

export interface Borrower {
  token: string
  account: string
  /** Ids of demands by what they wait for. */
  submitted: string
  returned: string
  matched: string
  atBanks: string
  /** Ids of referrals by where they stand. */
  claimed: string
  lacking: string
  granted: string
  drawn: string
}

const financing = '/centers/shangbai/financing'
const need = { amountFen: 30_000_000, months: 12, isTermAdjustable: true, purpose: 'turnover', preferredSecurity: 'credit', acceptableSecurities: ['guarantee'] }
/** Of the words that are agreed to. */
const consentVersion = '2026-12'
const all = ['demand', 'contact', 'result']

/** Somebody who stands for a firm of the demo, with demands as far as each of the pages shows one. */
export async function prepareBorrower(ask: Ask): Promise<Borrower> {
  const sitDown = async (username: string) => (await ask<{ token: string }>('/auth/console', { username, password: 'dangqun-demo' })).token
  const [staff, manager, one, other] = await Promise.all(['staff', 'manager', 'banker', 'banker2'].map(sitDown))
  const { token, account } = await ask<{ token: string; account: { id: string } }>('/auth/wechat', { code: 'sandbox:borrower' })
  await ask('/me/consents', { purpose: 'privacy', version: '2026-11' }, token)
  const { items: firms } = await ask<{ items: { id: string; kind: string }[] }>('/centers/shangbai/firms?limit=50', undefined, staff)
  const firmId = firms.find(({ kind }) => kind === 'company')?.id ?? ''
  const { code } = await ask<{ code: string }>('/centers/shangbai/invitations', { role: 'firm_representative', scope: { kind: 'firm', id: firmId }, note: '企业代表' }, manager)
  await ask('/me/invitations/accept', { code }, token)

  const moveDemand = (id: string, action: string, body: object, who = token) => ask(`${financing}/demands/${id}/${action}`, body, who)
  const move = (id: string, action: string, body: object = {}, who = one) => ask(`${financing}/referrals/${id}/${action}`, body, who)
  const submit = async () => {
    const { id } = await ask<{ id: string }>(`${financing}/demands`, { firmId, need, purposeText: '春节前备货，茶叶和礼盒', contact: { name: '林禾', phone: '19900001234' } }, token)
    await moveDemand(id, 'submit', {})
    return id
  }
  const match = async () => {
    const id = await submit()
    await moveDemand(id, 'verify', {}, staff)
    return id
  }
  const referralsOf = async (id: string) => {
    const { referrals } = await ask<{ referrals: { id: string; bank: { name: string } }[] }>(`${financing}/demands/${id}`, undefined, token)
    return (bank: string) => referrals.find((each) => each.bank.name === bank)?.id ?? ''
  }
  const { items: products } = await ask<{ items: { id: string; bank: { name: string } }[] }>(`${financing}/products?limit=50`)
  const pick = (bank: string) => ({ productId: products.find((each) => each.bank.name === bank)?.id ?? '', purposes: all })
  const send = async (...banks: string[]) => {
    const id = await match()
    await moveDemand(id, 'open', { audience: 'picked', consentVersion, picks: banks.map(pick) })
    return id
  }
  const [mine, theirs] = ['徽远银行', '远帆银行']
  const contact = async (id: string, who = one) => {
    await move(id, 'claim', {}, who)
    await move(id, 'contact', { materials: ['营业执照', '法定代表人身份证', '近一年对公流水'] }, who)
    await move(id, 'deliver', {}, token)
  }
  const grant = async (id: string, who = one) => {
    await contact(id, who)
    await move(id, 'answer-materials', { answer: { gaps: [] } }, who)
    await move(id, 'grant', { grant: { amountFen: 28_000_000, rateBp: 420, allInBp: 470, months: 12, security: 'credit', validUntil: inDays(20) } }, who)
  }

  const submitted = await submit()
  const returned = await submit()
  await moveDemand(returned, 'return', { note: '用途写的是周转，请补一句具体做什么' }, staff)
  const matched = await match()

  const atBanks = await send(mine ?? '', theirs ?? '')
  const atWork = await referralsOf(atBanks)
  const lacking = atWork(mine ?? '')
  await contact(lacking)
  await move(lacking, 'answer-materials', { answer: { gaps: ['近一年对公流水'] } })
  const granted = atWork(theirs ?? '')
  await grant(granted, other)

  const anonymous = await match()
  await moveDemand(anonymous, 'open', { audience: 'all' })
  const claimed = (await referralsOf(anonymous))(mine ?? '')
  await move(claimed, 'claim')

  const drawn = (await referralsOf(await send(mine ?? '')))(mine ?? '')
  await grant(drawn)
  await move(drawn, 'sign', {}, token)
  await move(drawn, 'report-drawdown', { drawdown: { amountFen: 20_000_000, allInBp: 470, drawnOn: inDays(0) } })
  return { token, account: account.id, submitted, returned, matched, atBanks, claimed, lacking, granted, drawn }
}

/** A date in Shanghai, `yyyy-MM-dd`. */
function inDays(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
}
