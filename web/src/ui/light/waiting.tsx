/** Grey bars in the place of what is coming; `lines` of them. */
export function Skeleton({ lines, label }: { lines: number; label: string }) {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={line % 3 === 2 ? 'short' : ''} />
      ))}
    </div>
  )
}

/** Progress with its number; `share` from 0 to 1. */
export function Progress({ share, label }: { share: number; label: string }) {
  const percent = Math.round(Math.min(Math.max(share, 0), 1) * 100)
  return (
    <div className="progress">
      <div className="progress-words">
        <span>{label}</span>
        <span className="figures">{percent}%</span>
      </div>
      <div
        className="progress-bar"
        role="progressbar"
        aria-label={label}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span style={{ width: `${percent}%` }} />
      </div>
    </div>
  )
}
