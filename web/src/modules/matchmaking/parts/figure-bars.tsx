import { formatShare } from '../../../kit/format.ts'
import { totalWords } from '../figure-words.ts'

interface FigureBarsProps {
  title: string
  head: string
  rows: readonly { key: string; label: string; value: number | null }[]
}

/** Parts of a figure, the largest first: name, bar, number and share beside each other. */
export function FigureBars({ title, head, rows }: FigureBarsProps) {
  const shown = rows.filter(({ value }) => value !== 0)
  const most = Math.max(1, ...shown.map(({ value }) => value ?? 0))
  const total = shown.reduce((sum, { value }) => sum + (value ?? 0), 0)
  const isWhole = shown.every(({ value }) => value !== null)
  return (
    <table className="matching-bars">
      <caption className="seen-by-reader">{title}</caption>
      <thead className="seen-by-reader">
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{title}</th>
        </tr>
      </thead>
      <tbody>
        {shown
          .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
          .map(({ key, label, value }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>
                <span
                  className="matching-bar"
                  style={{ width: `${((value ?? 0) / most) * 62}%` }}
                  aria-hidden="true"
                />
                <span className="figures">{totalWords(value)}</span>
                {isWhole && value !== null && <small className="figures">{formatShare(value / total)}</small>}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
