interface Bar {
  key: string
  /** Under the bar. */
  name: string
  /** null: not told. */
  value: number | null
  /** Above the bar. */
  words: string
}

interface Props {
  /** What is drawn, for those who do not see it; every figure stands in a table beside it as well. */
  label: string
  bars: readonly Bar[]
  /** In place of a bar that is not told. */
  untold: string
}

const width = 960
const [top, height, foot] = [26, 150, 26]
const widest = 44

/** Bars with their figures as text. A figure that is not told is hatched at one height for all, so that its size is not told either. */
export function BarChart({ label, bars, untold }: Props) {
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0))
  const step = width / Math.max(bars.length, 1)
  const thick = Math.min(widest, step * 0.6)
  return (
    <svg className="chart-bars" role="img" aria-label={label} viewBox={`0 0 ${width} ${top + height + foot}`}>
      <defs><pattern id="untold" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="6" className="chart-hatch" /></pattern></defs>
      <line x1="0" x2={width} y1={top + height} y2={top + height} className="chart-ground" />
      {bars.map(({ key, name, value, words }, index) => {
        const middle = step * (index + 0.5)
        const tall = value === null ? 24 : Math.max(value > 0 ? 2 : 0, (value / most) * height)
        return (
          <g key={key}>
            <title>{`${name}：${value === null ? untold : words}`}</title>
            <rect x={middle - thick / 2} y={top + height - tall} width={thick} height={tall} className={value === null ? 'chart-untold' : 'chart-bar'} />
            {value === null ? null : <text x={middle} y={top + height - tall - 8} className="chart-value">{words}</text>}
            <text x={middle} y={top + height + 19} className="chart-name">{name}</text>
          </g>
        )
      })}
    </svg>
  )
}
