import { Button, Skeleton, Table, type TableColumnType } from 'antd'
import { useState, type Key, type ReactNode } from 'react'
import { useNarrow } from '../narrow.ts'
import { t } from '../texts.ts'
import type { Density } from './density.ts'
import { ListCards } from './list-cards.tsx'
import type { Column, EmptyWords } from './list-types.ts'
import { useReachable } from './reachable.ts'

interface ListTableProps<Row> {
  columns: readonly Column<Row>[]
  /** Undefined while the first answer is on its way. */
  rows: readonly Row[] | undefined
  rowId: (row: Row) => string
  sort: string | undefined
  onSort: (sort: string | undefined) => void
  busy: boolean
  density: Density
  openId: string | undefined
  onOpen: ((id: string) => void) | undefined
  bulk: ((chosen: readonly Row[], clear: () => void) => ReactNode) | undefined
  empty: EmptyWords
}

/** The rows of a list page, as a table, on a phone as cards: sorting by the server, rows that open, rows that can be ticked, and what to say when there are none. */
export function ListTable<Row>(props: ListTableProps<Row>) {
  const { rows, rowId, bulk } = props
  const [chosenIds, choose] = useState<readonly Key[]>([])
  const place = useReachable(rows)
  const narrow = useNarrow()
  if (!rows) return <Skeleton active title={false} paragraph={{ rows: 8 }} aria-label={t('loading')} />
  if (rows.length === 0) return <NoRows {...props.empty} />

  const chosen = rows.filter((row) => chosenIds.includes(rowId(row)))
  return (
    <div className={narrow ? undefined : 'list'} ref={place}>
      {bulk && chosen.length > 0 && (
        <div className="list-bulk" role="status">
          <span className="figures">{t('selected', { count: chosen.length })}</span>
          {bulk(chosen, () => choose([]))}
          <Button type="text" onClick={() => choose([])}>
            {t('clearSelection')}
          </Button>
        </div>
      )}
      {narrow ? (
        <ListCards<Row> {...props} rows={rows} chosen={bulk && { ids: chosenIds.map(String), choose }} />
      ) : (
        <WideTable {...props} rows={rows} chosenIds={chosenIds} choose={choose} />
      )}
    </div>
  )
}

interface WideTableProps<Row> extends ListTableProps<Row> {
  rows: readonly Row[]
  chosenIds: readonly Key[]
  choose: (ids: readonly Key[]) => void
}

function WideTable<Row>({ chosenIds, choose, ...props }: WideTableProps<Row>) {
  const { rows, rowId, onOpen, openId, bulk } = props
  return (
    <Table<Row>
      columns={props.columns.map((column, index) =>
        columnOf(column, props, index === 0 ? onOpen : undefined),
      )}
      dataSource={rows}
      rowKey={rowId}
      size={props.density === 'dense' ? 'small' : 'medium'}
      pagination={false}
      sticky
      scroll={{ x: 'max-content' }}
      loading={{ spinning: props.busy, delay: 250 }}
      showSorterTooltip={false}
      rowClassName={(row) => (rowId(row) === openId ? 'row-open' : onOpen ? 'row-opens' : '')}
      onRow={(row) => (onOpen ? { onClick: (event) => opensRow(event.target) && onOpen(rowId(row)) } : {})}
      onChange={(_, __, sorter) => props.onSort(sortText(sorter))}
      {...(bulk
        ? { rowSelection: { selectedRowKeys: [...chosenIds], onChange: (keys: Key[]) => choose(keys) } }
        : {})}
    />
  )
}

function columnOf<Row>(
  column: Column<Row>,
  props: ListTableProps<Row>,
  open: ((id: string) => void) | undefined,
): TableColumnType<Row> {
  const { sort } = props
  return {
    key: column.sort ?? column.key,
    title: column.title,
    width: column.width,
    align: column.align ? 'right' : undefined,
    className: column.align ? 'figures' : undefined,
    sorter: Boolean(column.sort),
    sortOrder:
      column.sort && sort === column.sort
        ? 'ascend'
        : column.sort && sort === `-${column.sort}`
          ? 'descend'
          : null,
    render: (_, row) =>
      open ? (
        // The row takes a mouse click anywhere; the keyboard needs one thing to stand on.
        <button type="button" className="row-button" onClick={() => open(props.rowId(row))}>
          {column.render(row)}
        </button>
      ) : (
        column.render(row)
      ),
  }
}

function NoRows({ title, hint, action }: EmptyWords) {
  return (
    <section className="list-empty">
      <h2>{title}</h2>
      <p>{hint}</p>
      {action}
    </section>
  )
}

// A click on a link, a button or a tick box in the row means that, not the row.
function opensRow(target: EventTarget): boolean {
  return target instanceof Element && !target.closest('a, button, input, label, .ant-table-selection-column')
}

function sortText(sorter: unknown): string | undefined {
  const { columnKey, order } = (Array.isArray(sorter) ? sorter[0] : sorter) as {
    columnKey?: string
    order?: string | null
  }
  if (!columnKey || !order) return undefined
  return order === 'descend' ? `-${columnKey}` : columnKey
}
