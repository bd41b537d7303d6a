/** The shape of a list that is coming. */
export function ListSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div className="skeleton" role="status" aria-label="正在加载">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton-row">
          <span style={{ width: `${22 + ((row * 7) % 13)}%` }} />
          <span style={{ width: '10%' }} />
          <span style={{ width: `${14 + ((row * 5) % 7)}%` }} />
          <span style={{ width: '8%' }} />
          <span style={{ width: '12%' }} />
        </div>
      ))}
    </div>
  )
}
