import { Checkbox, Select } from 'antd'
import type { ReactNode } from 'react'
import { t } from '../texts.ts'
import type { Column } from './list-types.ts'

interface ListCardsProps<Row> {
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowId: (row: Row) => string
  sort: string | undefined
  onSort: (sort: string | undefined) => void
  openId: string | undefined
  onOpen: ((id: string) => void) | undefined
  /** The chosen rows, where rows can be ticked. */
  chosen: { ids: readonly string[]; choose: (ids: readonly string[]) => void } | undefined
}

/** A list on a phone: each row a card, its first column the heading, the others with their names; nothing lies beside the window. */
export function ListCards<Row>(props: ListCardsProps<Row>) {
  const { rows, rowId, openId } = props
  return (
    <>
      <SortChoice {...props} />
      <ul className="list-cards">
        {rows.map((row) => (
          <li key={rowId(row)} className={rowId(row) === openId ? 'row-open' : undefined}>
            <Card {...props} row={row} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Card<Row>({ columns, row, rowId, onOpen, chosen }: ListCardsProps<Row> & { row: Row }) {
  const [head, ...others] = columns
  const id = rowId(row)
  const name = head?.render(row)
  return (
    <>
      <div className="list-card-head">
        {chosen && (
          <Checkbox
            aria-label={t('choose')}
            checked={chosen.ids.includes(id)}
            onChange={({ target }) =>
              chosen.choose(target.checked ? [...chosen.ids, id] : chosen.ids.filter((one) => one !== id))
            }
          />
        )}
        {onOpen ? (
          <button type="button" className="row-button" onClick={() => onOpen(id)}>
            {name}
          </button>
        ) : (
          <strong>{name}</strong>
        )}
      </div>
      <dl>
        {others
          .map((column) => ({ ...column, shown: column.render(row) }))
          .filter(({ shown }) => saysSomething(shown))
          .map(({ key, title, align, shown }) => (
            <div key={key}>
              <dt>{title}</dt>
              <dd className={align && 'figures'}>{shown}</dd>
            </div>
          ))}
      </dl>
    </>
  )
}

/** The orders a table offers in its heads. */
function SortChoice<Row>({ columns, sort, onSort }: ListCardsProps<Row>) {
  const options = columns.flatMap(({ title, sort: by }) =>
    by === undefined
      ? []
      : [
          { value: by, label: t('ascending', { title }) },
          { value: `-${by}`, label: t('descending', { title }) },
        ],
  )
  if (options.length === 0) return null
  return (
    <Select
      aria-label={t('order')}
      placeholder={t('order')}
      allowClear
      className="list-order"
      value={sort ?? null}
      options={options}
      onChange={(next) => onSort(next ?? undefined)}
    />
  )
}

function saysSomething(shown: ReactNode): boolean {
  return shown !== null && shown !== undefined && shown !== false && shown !== '' && shown !== '—'
}
