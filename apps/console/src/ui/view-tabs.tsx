interface Props<View extends string> {
  views: readonly View[]
  labels: Readonly<Record<View, string>>
  value: View
  /** By view; undefined while they are read. */
  counts: Readonly<Partial<Record<View, number>>> | undefined
  /** Whose count is a reproach when it is not 0; `extra` says how many of a view's are late. */
  late?: View
  extra?: Readonly<Partial<Record<View, string | null>>>
  /** A count of so many stands for more as well. */
  most?: number
  onChange: (view: View) => void
}

/** The parts of a queue, each with how many lie there. */
export function ViewTabs<View extends string>({ views, labels, value, counts, late, extra, most = Infinity, onChange }: Props<View>) {
  return (
    <nav className="views" aria-label="看哪些">
      {views.map((view) => (
        <button key={view} type="button" className="view" aria-pressed={value === view} onClick={() => onChange(view)}>
          {labels[view]}
          {counts?.[view] === undefined ? null : <span className={`view-count ${view === late && counts[view] > 0 ? 'is-late' : ''}`}>{counts[view] >= most ? `${most}+` : counts[view]}</span>}
          {extra?.[view] ? <span className="view-count is-late">{extra[view]}</span> : null}
        </button>
      ))}
    </nav>
  )
}
