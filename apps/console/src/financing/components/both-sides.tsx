import type { Drawdown, DrawdownFigures } from '@dangqun/contracts/financing/referrals/schemas'
import { partyLabels } from '@dangqun/contracts/financing/referrals/vocabulary'
import { sayAmount, sayBp } from '@dangqun/contracts/kit/figures'
import { Button } from 'antd'

const lines: readonly (readonly [label: string, say: (figures: DrawdownFigures) => string])[] = [
  ['金额', ({ amountFen }) => sayAmount(amountFen)], ['综合年化', ({ allInBp }) => sayBp(allInBp)], ['放款日期', ({ drawnOn }) => drawnOn],
]

/** What both sides say of one drawdown, beside each other; what they differ in stands out. */
export function BothSides({ drawdown, onTake }: { drawdown: Drawdown; onTake?: (figures: DrawdownFigures) => void }) {
  const { by, disputed } = drawdown
  if (!disputed) return null
  const other = by === 'firm' ? 'bank' : 'firm'
  return (
    <table className="both-sides">
      <thead><tr><th /><th scope="col">{partyLabels[by]}登记</th><th scope="col">{partyLabels[other]}说</th></tr></thead>
      <tbody>
        {lines.map(([label, say]) => (
          <tr key={label} className={say(drawdown) === say(disputed) ? undefined : 'is-different'}><th scope="row">{label}</th><td className="figures">{say(drawdown)}</td><td className="figures">{say(disputed)}</td></tr>
        ))}
        {onTake ? <tr><th /><td><Button size="small" onClick={() => onTake(drawdown)}>照{partyLabels[by]}的填</Button></td><td><Button size="small" onClick={() => onTake(disputed)}>照{partyLabels[other]}的填</Button></td></tr> : null}
      </tbody>
    </table>
  )
}
