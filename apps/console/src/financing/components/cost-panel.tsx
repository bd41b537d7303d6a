import type { ProductTerms } from '@dangqun/contracts/financing/products/schemas'
import { repaymentLabels, standingSentence } from '@dangqun/contracts/financing/vocabulary'
import { ApiError } from '@dangqun/contracts/kit/errors'
import { sayAmount, sayBp, sayMonths, sayPpm, sayYuan } from '@dangqun/contracts/kit/figures'
import { InputNumber } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useDraftCost } from '../financing.api'

const wan = 1_000_000

/** What these terms would really cost, as a firm will see it; follows what is being written. */
export function CostPanel({ center, bankName, terms }: { center: string; bankName: string; terms: ProductTerms }) {
  const [amountWan, setAmountWan] = useState<number | null>(null)
  const [months, setMonths] = useState<number | null>(null)
  const amountFen = Math.min(Math.max((amountWan ?? 50) * wan, terms.amountMinFen), terms.amountMaxFen)
  const term = Math.min(Math.max(months ?? 12, terms.termMinMonths), terms.termMaxMonths)
  const question = useDeferredValue(JSON.stringify({ terms, bankName, amountFen, months: term }))
  const cost = useDraftCost(center, JSON.parse(question) as { terms: ProductTerms; bankName: string; amountFen: number; months: number })
  const sheet = cost.data
  return (
    <section className="panel facts" aria-labelledby="cost-title">
      <h2 id="cost-title">融资成本测算（参考）</h2>
      <div className="stepper" style={{ margin: '12px 0' }}>
        <InputNumber aria-label="金额（万元）" min={1} suffix="万元" value={amountFen / wan} onChange={setAmountWan} style={{ width: 130 }} />
        <InputNumber aria-label="期限（月）" min={1} max={360} suffix="个月" value={term} onChange={setMonths} style={{ width: 120 }} />
      </div>
      {cost.isError ? <p className="field-error">{cost.error instanceof ApiError ? (Object.values(cost.error.fields)[0] ?? cost.error.message) : '没有算出来，请重试'}</p> : null}
      {sheet ? (
        <>
          <div className="count" style={{ padding: '4px 0 12px' }}>
            <span className="count-label">综合年化（含全部费用）</span>
            <span className="count-figure"><strong>{sheet.allInPpm === null ? '算不出' : sayPpm(sheet.allInPpm)}</strong><span className="count-of">名义 {sayBp(sheet.nominalBp)}</span></span>
          </div>
          <dl>
            <dt>一共多付</dt><dd className="figures">{sayYuan(sheet.totalCostFen)}</dd>
            <dt>利息</dt><dd className="figures">{sayYuan(sheet.interestFen)}</dd>
            <dt>费用</dt><dd className="figures">{sheet.fees === null ? '没有填写' : sayYuan(sheet.feesFen)}</dd>
            <dt>怎么还</dt><dd>{repaymentLabels[sheet.repayment]}，{sheet.payments}</dd>
            <dt>按</dt><dd>{sayAmount(sheet.amountFen)}，{sayMonths(sheet.months)}</dd>
            {sheet.plus50 ? <><dt>LPR +50 基点</dt><dd className="figures">{sheet.plus50.allInPpm === null ? '' : sayPpm(sheet.plus50.allInPpm)}</dd></> : null}
            {sheet.ninetyDays ? <><dt>只用 90 天</dt><dd className="figures">{sheet.ninetyDays.allInPpm === null ? '' : sayPpm(sheet.ninetyDays.allInPpm)}</dd></> : null}
          </dl>
        </>
      ) : null}
      <p className="quiet" style={{ marginTop: 12 }}>{standingSentence}</p>
    </section>
  )
}
