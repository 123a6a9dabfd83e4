interface YearLineProps {
  values: readonly (number | null)[]
  /** Whether the last year's number still grows: drawn as not yet said. */
  last: 'whole' | 'going-on'
}

const width = 96
const height = 30
const margin = 4

/** A figure by year as a small line; the numbers stand in words on the figure's own page. A year that is kept back leaves a gap; one that is going on is dashed. */
export function YearLine({ values, last: lastYear }: YearLineProps) {
  if (values.length < 2) return null
  const most = Math.max(1, ...values.map((value) => value ?? 0))
  const points = values.map((value, at) => ({
    x: margin + (at * (width - 2 * margin)) / (values.length - 1),
    y: value === null ? null : height - margin - (value / most) * (height - 2 * margin),
  }))
  const path = (from: number, to: number) =>
    points
      .slice(from, to)
      .map(({ x, y }, at) => {
        if (y === null) return ''
        const isJoined = at > 0 && points[from + at - 1]!.y !== null
        return `${isJoined ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`
      })
      .join('')
  const whole = lastYear === 'whole' ? values.length : values.length - 1
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
      <path d={path(0, whole)} fill="none" />
      {lastYear === 'going-on' && (
        <path d={path(whole - 1, values.length)} fill="none" className="going-on" />
      )}
      {last.y !== null && <circle cx={last.x} cy={last.y} r="3" className={lastYear} />}
    </svg>
  )
}
