import type { Hall } from '#contract/events-door.ts'
import { t } from '../hall-texts.ts'

type Table = NonNullable<Hall['round']>['tables'][number]

const turnMilliseconds = 8000

/** Who sits where, by badge number: as many tables at a time as can be read from the back of the hall, the rest in turn. */
export function TableMap({ tables, nowMs }: { tables: readonly Table[]; nowMs: number }) {
  const seats = Math.max(2, ...tables.map((table) => table.badgeNos.length))
  const perPage = seats <= 2 ? 16 : seats <= 6 ? 12 : 6
  const pages = Math.max(1, Math.ceil(tables.length / perPage))
  const page = Math.floor(nowMs / turnMilliseconds) % pages
  const shown = tables.slice(page * perPage, (page + 1) * perPage)
  return (
    <section className={`hall-map hall-map-${perPage}`}>
      {pages > 1 && (
        <h2 className="figures">
          {t('tables', { from: shown[0]!.tableNo, to: shown[shown.length - 1]!.tableNo })}
        </h2>
      )}
      <ul>
        {shown.map((table) => (
          <li key={table.tableNo}>
            <strong className="figures">{t('table', { number: table.tableNo })}</strong>
            <span className="figures">{table.badgeNos.join('  ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
