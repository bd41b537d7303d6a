import type { Figures } from '@dangqun/contracts/financing/figures/schemas'
import { cardsOf, type FigureWords } from '../financing-figures-words.rules'

/** The whole span: how far the money went, and how well. */
export function FiguresCards({ total }: { total: Figures }) {
  const { way, quality } = cardsOf(total)
  return (
    <section className="panel" aria-label="合计">
      <div className="figure-row">{way.map((card) => <Card key={card.label} card={card} />)}</div>
      <div className="figure-row">{quality.map((card) => <Card key={card.label} card={card} />)}</div>
    </section>
  )
}

function Card({ card: { label, words, isTold, note } }: { card: FigureWords }) {
  return (
    <div className="figure-card">
      <span className="count-label">{label}</span>
      {isTold ? <strong className="figures">{words}</strong> : <span className="quiet">{words}</span>}
      {isTold && note ? <span className="quiet">{note}</span> : null}
    </div>
  )
}
