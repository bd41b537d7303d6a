import type { DemandMatches } from '@dangqun/contracts/financing/demands/schemas'
import { matchMarkLabels, standingSentence, type MatchOutcome } from '@dangqun/contracts/financing/vocabulary'
import { sayPpm } from '@dangqun/contracts/kit/figures'
import { useState } from 'react'
import { ErrorPanel } from '../../ui/error-panel'
import { MomentText } from '../../ui/moment-text'
import { useDemandMatches } from '../financing-demands.api'

const shownAtOnce = 5
const others: Record<Exclude<MatchOutcome, 'fits'>, string> = { unknown: '补充后可判断', unranked: '未填费用，不排序', fails: '暂不满足' }

/** How the house ranked the products for a demand: what fits, and how many do not. */
export function DemandMatchesPart({ center, id }: { center: string; id: string }) {
  const matches = useDemandMatches(center, id)
  return (
    <section aria-label="匹配结果">
      <h3 className="rank-title case-title">匹配结果</h3>
      {matches.isPending ? <p className="quiet">正在读取…</p> : null}
      {matches.isError && !matches.data ? <ErrorPanel error={matches.error} what="匹配结果" onRetry={() => void matches.refetch()} /> : null}
      {matches.data ? <Ranking matches={matches.data} /> : null}
    </section>
  )
}

function Ranking({ matches: { items, matchedAt, isFrozen, algorithm } }: { matches: DemandMatches }) {
  const [isWhole, setIsWhole] = useState(false)
  const fits = items.filter(({ outcome }) => outcome === 'fits')
  const rest = (['unknown', 'unranked', 'fails'] as const).flatMap((outcome) => {
    const count = items.filter((each) => each.outcome === outcome).length
    return count > 0 ? [`${others[outcome]} ${count} 款`] : []
  })
  return (
    <>
      {fits.length === 0 ? <p className="quiet">没有符合的产品。</p> : (
        <ol className="ranking">
          {(isWhole ? fits : fits.slice(0, shownAtOnce)).map(({ product, rank, cost, mark }) => (
            <li key={product.id}>
              <span className="ranking-place figures">{rank}</span>
              <span>{product.bank.name} · {product.name}{mark ? <span className="quiet"> {matchMarkLabels[mark]}</span> : null}</span>
              <span className="figures">{cost?.allInPpm == null ? '' : `综合年化 ${sayPpm(cost.allInPpm)}`}</span>
            </li>
          ))}
        </ol>
      )}
      {fits.length > shownAtOnce && !isWhole ? <button type="button" className="link" onClick={() => setIsWhole(true)}>看全部 {fits.length} 款</button> : null}
      <p className="quiet">{rest.length > 0 ? `${rest.join('，')}。` : ''}{isFrozen ? '企业已选银行，排序不再变。' : '产品有变动会重新匹配。'}<MomentText at={matchedAt} /> 匹配，LPR 按 {algorithm.lprOn} 公布的。</p>
      <p className="quiet">{standingSentence}</p>
    </>
  )
}
