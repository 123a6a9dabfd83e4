import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { ScanRow } from '#contract/events-door.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { useDensity } from '../../../kit/table/density.ts'
import { FilterBar } from '../../../kit/table/filter-bar.tsx'
import { ListFoot } from '../../../kit/table/list-foot.tsx'
import { ListTable } from '../../../kit/table/list-table.tsx'
import type { Column, Filter } from '../../../kit/table/list-types.ts'
import { useList } from '../../../kit/table/use-list.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../door-texts.ts'
import { methodName, outcomeWords } from '../door-words.ts'

const outcomes = [
  'checked_in',
  'already',
  'waiting',
  'cancelled',
  'not_admitted',
  'not_registered',
  'not_eligible',
  'unreadable',
  'expired',
] as const

interface ScanListProps {
  eventId: string
  /** How many are here: when it changes, the list is read anew. */
  present: number
  doors: readonly { door: string }[]
}

/** What was read at the doors, the latest first. */
export function ScanList({ eventId, present, doors }: ScanListProps) {
  const client = useQueryClient()
  useEffect(() => void client.invalidateQueries({ queryKey: ['listScans'] }), [client, present])
  const section = useRef<HTMLElement>(null)
  // On a phone the table is wider than the window, and its rows hold nothing the keyboard could stop at: the frame itself is reached.
  useEffect(() => section.current?.querySelector('.ant-table-body')?.setAttribute('tabindex', '0'))
  const filters: Filter[] = [
    {
      kind: 'select',
      name: 'door',
      label: t('door'),
      options: doors.map(({ door }) => ({ value: door, label: door })),
    },
    {
      kind: 'select',
      name: 'outcome',
      label: t('outcome'),
      options: outcomes.map((value) => ({ value, label: outcomeWords(value).word })),
    },
  ]
  const list = useList({ operation: 'listScans', fixed: { eventId }, filters })
  const [density, setDensity] = useDensity()
  return (
    <section ref={section}>
      <h2 className="section-title">{t('readings')}</h2>
      <FilterBar
        filters={filters}
        values={list.state.filters}
        onChange={list.filterBy}
        onClear={list.clearFilters}
        density={density}
        onDensity={setDensity}
      />
      {list.answer.error ? (
        <p className="problem">{errorSentence(list.answer.error)}</p>
      ) : (
        <ListTable
          columns={columns()}
          rows={list.page?.items}
          rowId={(row) => row.nonce}
          sort={undefined}
          onSort={() => {}}
          busy={list.answer.isPlaceholderData}
          density={density}
          openId={undefined}
          onOpen={undefined}
          bulk={undefined}
          empty={{ title: t('noReadings'), hint: t('noReadingsHint') }}
        />
      )}
      {list.page && <ListFoot list={list} />}
    </section>
  )
}

function columns(): Column<ScanRow>[] {
  return [
    {
      key: 'badge',
      title: t('badgeNo'),
      width: 110,
      align: 'figures',
      render: (row) => row.badgeNo ?? '—',
    },
    {
      key: 'outcome',
      title: t('outcome'),
      width: 160,
      render: (row) => {
        const { tone, word } = outcomeWords(row.outcome)
        return (
          <span className={`door-outcome door-outcome-${tone}`}>
            <Icon name={tone === 'done' ? 'check' : 'warn'} size={16} />
            {word}
          </span>
        )
      },
    },
    { key: 'door', title: t('door'), render: (row) => row.door },
    { key: 'method', title: t('method'), width: 120, render: (row) => methodName(row.method) },
    { key: 'received', title: t('received'), width: 210, render: (row) => formatInstant(row.receivedAt) },
    {
      key: 'claimed',
      title: t('claimed'),
      width: 210,
      render: (row) => (row.claimedAt === null ? '' : formatInstant(row.claimedAt)),
    },
  ]
}
