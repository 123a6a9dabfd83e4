import '../people.css'
import '../member-file.css'
import { App, Button } from 'antd'
import type { MassChangeRecord } from '#contract/people-records.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, formatInstant, formatNumber } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { postName } from '../../access/posts.ts'
import { membersChanged } from '../parts/members-changed.ts'
import { massChangeName } from '../record-words.ts'
import { t } from '../texts.ts'

/** Changes of many that were made, whoever made them, each with the way back as long as there is one. */
export default function MassChangesPage() {
  return (
    <ListPage
      title={t('massChanges')}
      operation="listMassChanges"
      filters={[
        {
          kind: 'select',
          name: 'state',
          label: t('massState'),
          options: [
            { value: 'can_be_undone', label: t('massCanUndo') },
            { value: 'undone', label: t('massUndone') },
          ],
        },
      ]}
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: t('massEmptyTitle'), hint: t('massEmptyHint') }}
    />
  )
}

function columns(): Column<MassChangeRecord>[] {
  return [
    { key: 'kind', title: t('massKind'), width: 150, render: (row) => massChangeName(row.kind) },
    {
      key: 'persons',
      title: t('massPersons'),
      width: 90,
      align: 'figures',
      render: (row) => formatNumber(row.persons),
    },
    { key: 'on', title: t('massOn'), width: 140, render: (row) => formatDay(row.on) },
    { key: 'union', title: t('toUnion'), render: (row) => row.unionName },
    {
      key: 'by',
      title: t('massBy'),
      render: (row) => (
        <span className="two-lines">
          <span>{row.organisationName}</span>
          <small>
            {row.post && postName(row.post)} · {formatInstant(row.recordedAt)}
          </small>
        </span>
      ),
    },
    { key: 'undo', title: t('massState'), width: 220, render: (row) => <Undo row={row} /> },
  ]
}

function Undo({ row }: { row: MassChangeRecord }) {
  const { message } = App.useApp()
  const confirm = useConfirm()
  const undo = useAct('undoMassChange', { invalidates: membersChanged })
  if (row.undone)
    return (
      <span className="two-lines">
        <span>{t('undone', { restored: formatNumber(row.undone.restored) })}</span>
        <small>{formatInstant(row.undone.undoneAt)}</small>
      </span>
    )
  async function ask() {
    const verb = t('undoVerb', { count: formatNumber(row.persons) })
    if (!(await confirm({ title: t('undoTitle'), body: t('undoBody'), verb }))) return
    undo.mutate(
      { changeId: row.id },
      {
        onSuccess: ({ restored, left }) =>
          void message.success(
            [t('undone', { restored }), left > 0 && t('undoneLeft', { left })].filter(Boolean).join(' '),
          ),
        onError: (error) => void message.error(errorSentence(error), 8),
      },
    )
  }
  return (
    <Button size="small" loading={undo.isPending} onClick={() => void ask()}>
      {t('undo')}
    </Button>
  )
}
