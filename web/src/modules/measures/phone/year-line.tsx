interface YearLineProps {
  values: readonly (number | null)[]
}

const width = 96
const height = 30
const margin = 4

/** A figure by year as a small line; the numbers stand in words on the figure's own page. A year that is kept back leaves a gap. */
export function YearLine({ values }: YearLineProps) {
  if (values.length < 2) return null
  const most = Math.max(1, ...values.map((value) => value ?? 0))
  const points = values.map((value, at) => ({
    x: margin + (at * (width - 2 * margin)) / (values.length - 1),
    y: value === null ? null : height - margin - (value / most) * (height - 2 * margin),
  }))
  const path = points
    .map(({ x, y }, at) => {
      if (y === null) return ''
      const isJoined = at > 0 && points[at - 1]!.y !== null
      return `${isJoined ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`
    })
    .join('')
  const last = points[points.length - 1]!
  return (
    <svg
      className="year-line"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} fill="none" />
      {last.y !== null && <circle cx={last.x} cy={last.y} r="3" />}
    </svg>
  )
}
