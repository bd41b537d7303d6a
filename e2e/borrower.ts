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

interface Known { referrals: { id: string; state: string; bank: { name: string } }[] }

const financing = '/centers/shangbai/financing'
const need = { amountFen: 30_000_000, months: 12, isTermAdjustable: true, purpose: 'turnover', preferredSecurity: 'credit', acceptableSecurities: ['guarantee'] }

/** Who stands for a firm of the demo, where banks are at work on one demand in several states; what waits for nobody else is asked for. */
export async function prepareBorrower(ask: Ask): Promise<Borrower> {
  const sitDown = async (username: string) => (await ask<{ token: string }>('/auth/console', { username, password: 'dangqun-demo' })).token
  const [staff, banker] = await Promise.all(['staff', 'banker'].map(sitDown))
  const { token, account } = await ask<{ token: string; account: { id: string } }>('/auth/wechat', { code: 'sandbox:owner' })
  const { items: demands } = await ask<{ items: { id: string; state: string }[] }>(`${financing}/demands?view=mine`, undefined, token)
  const atBanks = demands.find(({ state }) => state === 'open')?.id ?? ''
  const referralsOf = async (id: string) => (await ask<Known>(`${financing}/demands/${id}`, undefined, token)).referrals
  const atWork = await referralsOf(atBanks)
  const standing = (state: string) => atWork.find((each) => each.state === state)?.id ?? ''

  const { items: [firm] } = await ask<{ items: { id: string }[] }>(`${financing}/own-firms`, undefined, token)
  const move = (id: string, action: string, body: object = {}, who = token) => ask(`${financing}/demands/${id}/${action}`, body, who)
  const submit = async () => {
    const { id } = await ask<{ id: string }>(`${financing}/demands`, { firmId: firm?.id, need, purposeText: '春节前备货，茶叶和礼盒', contact: { name: '林禾', phone: '19900001234' } }, token)
    await move(id, 'submit')
    return id
  }
  const match = async () => {
    const id = await submit()
    await move(id, 'verify', {}, staff)
    return id
  }
  const submitted = await submit()
  const returned = await submit()
  await move(returned, 'return', { note: '用途写的是周转，请补一句具体做什么' }, staff)
  const matched = await match()
  const anonymous = await match()
  await move(anonymous, 'open', { audience: 'all' })
  const claimed = (await referralsOf(anonymous)).find(({ bank }) => bank.name === '徽远银行')?.id ?? ''
  await ask(`${financing}/referrals/${claimed}/claim`, {}, banker)
  return { token, account: account.id, submitted, returned, matched, atBanks, claimed, lacking: standing('materials'), granted: standing('granted'), drawn: standing('disbursed') }
}
