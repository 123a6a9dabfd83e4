import '../people.css'
import '../member-file.css'
import { Button } from 'antd'
import { useState } from 'react'
import type { Duplicate, DuplicateSide } from '#contract/people-duplicates.ts'
import { formatDay } from '../../../kit/format.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { t } from '../duplicate-texts.ts'
import { MergeManyDialog } from '../forms/merge-many-dialog.tsx'
import { DuplicateActions } from '../parts/duplicate-actions.tsx'

const reasons = ['name_and_birth', 'mobile', 'card', 'document'] as const

/** Records that may be one person: compared, merged one by one or many at once, or kept apart. */
export default function DuplicatesPage() {
  const [asked, ask] = useState<{ pairs: readonly Duplicate[]; clear: () => void }>()
  return (
    <>
      <ListPage
        title={t('duplicates')}
        operation="listDuplicates"
        filters={[
          {
            kind: 'select',
            name: 'reason',
            label: t('reason'),
            options: reasons.map((value) => ({ value, label: t(value) })),
          },
        ]}
        columns={columns()}
        rowId={(row) => `${row.kept.personId} ${row.other?.personId ?? ''}`}
        empty={{ title: t('emptyTitle'), hint: t('emptyHint') }}
        bulk={(chosen, clear) => {
          const pairs = chosen.filter((one) => one.other !== null)
          if (pairs.length === 0) return <span>{t('cannotMerge')}</span>
          return (
            <Button onClick={() => ask({ pairs, clear })}>{t('mergeMany', { count: pairs.length })}</Button>
          )
        }}
      />
      {asked && (
        <MergeManyDialog
          pairs={asked.pairs}
          onClose={() => ask(undefined)}
          onDone={() => {
            asked.clear()
            ask(undefined)
          }}
        />
      )}
    </>
  )
}

function columns(): Column<Duplicate>[] {
  return [
    { key: 'kept', title: t('kept'), render: (row) => <Side side={row.kept} /> },
    {
      key: 'other',
      title: t('other'),
      render: (row) =>
        row.other ? <Side side={row.other} /> : <span className="quiet">{t('elsewhere')}</span>,
    },
    {
      key: 'reason',
      title: t('reason'),
      width: 180,
      render: (row) => row.reasons.map((one) => t(one)).join('、'),
    },
    { key: 'do', title: t('do'), width: 220, render: (row) => <DuplicateActions pair={row} /> },
  ]
}

function Side({ side }: { side: DuplicateSide }) {
  const facts = [side.birthDate && formatDay(side.birthDate), side.document, side.mobile].filter(Boolean)
  return (
    <span className="two-lines">
      <span>
        {side.name} · {side.unionName ?? t('noMember')}
      </span>
      <small className="figures">{facts.join(' · ')}</small>
    </span>
  )
}
