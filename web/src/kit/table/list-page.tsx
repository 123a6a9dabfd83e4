import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { Icon } from '../../ui/icon.tsx'
import type { Input } from '../call.ts'
import { errorSentence } from '../errors.ts'
import { formatNumber } from '../format.ts'
import { Page } from '../page.tsx'
import { t } from '../texts.ts'
import { useDensity } from './density.ts'
import { FilterBar } from './filter-bar.tsx'
import { ListFoot } from './list-foot.tsx'
import { ListTable } from './list-table.tsx'
import type { Column, EmptyWords, Filter, FilterName, ListOperation, RowOf } from './list-types.ts'
import { SidePanel } from './side-panel.tsx'
import { useList } from './use-list.ts'

interface ListPageProps<Id extends ListOperation> {
  title: string
  operation: Id
  fixed?: Partial<Input<Id>>
  filters?: readonly Filter<FilterName<Id>>[]
  columns: readonly Column<RowOf<Id>>[]
  rowId: (row: RowOf<Id>) => string
  empty: EmptyWords
  /** Buttons beside the title: export first, the primary one last. */
  actions?: ReactNode
  /** What a row opens at the side, by its id; the id stands in the address. */
  panel?: (id: string) => { title: ReactNode; body: ReactNode; foot?: ReactNode }
  /** Buttons for the chosen rows; given, rows can be ticked. */
  bulk?: (chosen: readonly RowOf<Id>[], clear: () => void) => ReactNode
  /** Between title and filters: a note, a job’s progress. */
  above?: ReactNode
  /** Under the sentence when the post in use may not read this list: a why link. */
  forbidden?: ReactNode
}

/**
 * The list page every module uses: title with count, filters in one row, table, side panel, paging.
 * Filters, order, page and open row stand in the address, so a list can be sent to a colleague.
 */
export function ListPage<Id extends ListOperation>(props: ListPageProps<Id>) {
  const filters = props.filters ?? []
  const list = useList({ operation: props.operation, fixed: props.fixed, filters })
  const [density, setDensity] = useDensity()
  const filtered = Object.keys(list.state.filters).length > 0
  const panel = list.state.open ? props.panel?.(list.state.open) : undefined
  return (
    <Page title={<TitleWithCount title={props.title} total={list.page?.total} />} actions={props.actions}>
      {props.above}
      <FilterBar
        filters={filters}
        values={list.state.filters}
        onChange={list.filterBy}
        onClear={list.clearFilters}
        density={density}
        onDensity={setDensity}
      />
      {list.answer.error ? (
        <ListProblem error={list.answer.error} retry={() => void list.answer.refetch()}>
          {props.forbidden}
        </ListProblem>
      ) : (
        <ListTable
          columns={props.columns}
          rows={list.page?.items}
          rowId={props.rowId}
          sort={list.state.sort}
          onSort={list.sortBy}
          density={density}
          busy={list.answer.isPlaceholderData}
          openId={list.state.open}
          onOpen={props.panel && list.open}
          bulk={props.bulk}
          empty={filtered ? filteredEmpty(list.clearFilters) : props.empty}
        />
      )}
      {list.page && <ListFoot list={list} />}
      <SidePanel panel={panel} onClose={() => list.open(undefined)} />
    </Page>
  )
}

function TitleWithCount({ title, total }: { title: string; total: number | undefined }) {
  return (
    <>
      {title}
      {total !== undefined && <span className="count">{t('count', { count: formatNumber(total) })}</span>}
    </>
  )
}

function ListProblem({ error, retry, children }: { error: Error; retry: () => void; children: ReactNode }) {
  return (
    <Alert
      type="error"
      showIcon
      icon={<Icon name="warn" />}
      title={t('loadFailed')}
      description={
        <>
          {errorSentence(error)} {children}
        </>
      }
      action={<Button onClick={retry}>{t('retry')}</Button>}
    />
  )
}

function filteredEmpty(clear: () => void): EmptyWords {
  return {
    title: t('nothingFound'),
    hint: t('nothingFoundHint'),
    action: <Button onClick={clear}>{t('clearFilters')}</Button>,
  }
}
