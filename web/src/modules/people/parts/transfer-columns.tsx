import type { TransferRow } from '#contract/people-transfers.ts'
import { Tag } from 'antd'
import { formatDay, shanghaiDate } from '../../../kit/format.ts'
import type { Column, Filter, FilterName } from '../../../kit/table/list-types.ts'
import { DueDate } from '../../inbox/parts/due-date.tsx'
import { t } from '../transfer-texts.ts'
import { transferSideName, transferStateName } from '../transfer-words.ts'

const states = ['requested', 'released', 'accepted', 'refused', 'withdrawn', 'expired', 'overtaken'] as const

/** The columns of the transfers. Of whoever is still to come only name and mask are known. */
export function transferColumns(): Column<TransferRow>[] {
  return [
    { key: 'name', title: t('member'), width: 120, render: (row) => row.name },
    { key: 'document', title: t('document'), width: 190, align: 'figures', render: (row) => row.document },
    { key: 'fromTo', title: t('fromTo'), render: (row) => <FromTo row={row} /> },
    { key: 'state', title: t('state'), width: 160, render: (row) => transferStateName(row.state) },
    {
      key: 'due',
      title: t('due'),
      width: 170,
      render: (row) => (row.dueOn === null ? null : <DueDate on={row.dueOn} />),
    },
    { key: 'askedBy', title: t('askedBy'), width: 120, render: (row) => transferSideName(row.askedBy) },
    {
      key: 'asked',
      title: t('asked'),
      width: 140,
      render: (row) => <span className="one-line">{formatDay(shanghaiDate(row.requestedAt))}</span>,
    },
  ]
}

function FromTo({ row }: { row: TransferRow }) {
  return (
    <span className="two-lines">
      <span>{row.fromUnionName}</span>
      <small>→ {row.toUnionName}</small>
    </span>
  )
}

/** Direction, state, and whose answer is waited for; one batch where a task led here. */
export function transferFilters(): Filter<FilterName<'listTransfers'>>[] {
  return [
    {
      kind: 'select',
      name: 'waiting',
      label: t('waiting'),
      options: [{ value: 'for_me', label: t('forMe') }],
    },
    {
      kind: 'select',
      name: 'direction',
      label: t('direction'),
      options: [
        { value: 'in', label: t('into') },
        { value: 'out', label: t('outOf') },
      ],
    },
    {
      kind: 'select',
      name: 'state',
      label: t('state'),
      options: [
        { value: 'open', label: t('open') },
        ...states.map((value) => ({ value, label: transferStateName(value) })),
      ],
    },
    {
      kind: 'own',
      name: 'handshakeId',
      label: t('oneHandshake'),
      render: (value, change) =>
        value ? (
          <Tag closable onClose={() => change(undefined)}>
            {t('oneHandshake')}
          </Tag>
        ) : null,
    },
  ]
}
