import { Link } from '@tanstack/react-router'
import { formatInstant, formatMoney } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { s } from '../stipend-texts.ts'

/** The last months that were run, each leading to its budget. */
export function RunList() {
  const { data } = useRead('listStipendRuns', { limit: 6 })
  if (data === undefined || data.items.length === 0) return null
  return (
    <section className="panel" aria-label={s('runs')}>
      <h2>{s('runs')}</h2>
      <ul className="funds-runs">
        {data.items.map((run) => (
          <li key={run.id}>
            {run.month} · {run.organisationName} ·{' '}
            {s('ran', { lines: run.lines, total: formatMoney(run.grossFen) })} ·{' '}
            <Link to={`/budgets/${run.budgetId}` as never}>{run.budgetName}</Link>{' '}
            <span className="quiet">{formatInstant(run.runAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
