import '../commissioners.css'
import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Input, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import type { PilotRow } from '#contract/commissioners-pilot.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { formatDay } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { ListTable } from '../../../kit/table/list-table.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { FormDialog } from '../../appointments/parts/form-dialog.tsx'
import { haveWords, needWords, pilotGradeName, t } from '../pilot-words.ts'

type State = 'ready' | 'not_yet'

/** 职业化试点: full-time commissioners, the grade each holds, and what the next one asks for. The filter stands in the address. */
export default function PilotPage() {
  const { state } = useSearchText()
  const navigate = useNavigate()
  const chosen = state === 'ready' || state === 'not_yet' ? state : undefined
  const pilot = useRead('listPilot', chosen === undefined ? {} : { state: chosen })
  const choose = (to: State | 'all') =>
    void navigate({ to: '.', search: (to === 'all' ? {} : { state: to }) as never, replace: true })
  return (
    <Page title={t('pilot')} note={t('note')}>
      <Segmented<State | 'all'>
        className="pilot-filter"
        value={chosen ?? 'all'}
        onChange={(value) => choose(value)}
        options={[
          { value: 'all', label: t('all') },
          { value: 'ready', label: t('ready') },
          { value: 'not_yet', label: t('not_yet') },
        ]}
      />
      {pilot.error && <Alert type="error" title={errorSentence(pilot.error)} />}
      {pilot.isPending && <Skeleton active aria-label={t('loading')} />}
      {pilot.data &&
        (pilot.data.items.length === 0 ? (
          <div className="panel">
            <strong>{t('empty')}</strong>
            <p className="quiet">{t('emptyHint')}</p>
          </div>
        ) : (
          <>
            <Rows rows={pilot.data.items} />
            <p className="quiet pilot-source">{t('source', { source: pilot.data.source })}</p>
          </>
        ))}
    </Page>
  )
}

function Rows({ rows }: { rows: readonly PilotRow[] }) {
  const [stepping, setStepping] = useState<PilotRow | null>(null)
  const mayStep = useMay('commissioners.write')
  return (
    <>
      <ListTable<PilotRow>
        rows={rows}
        rowId={(row) => row.appointmentId}
        columns={columns(mayStep ? setStepping : null)}
        sort={undefined}
        onSort={() => {}}
        busy={false}
        density="roomy"
        openId={undefined}
        onOpen={undefined}
        bulk={undefined}
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      {stepping?.next && <StepDialog row={stepping} onClose={() => setStepping(null)} />}
    </>
  )
}

function columns(step: ((row: PilotRow) => void) | null): Column<PilotRow>[] {
  return [
    {
      key: 'name',
      title: t('name'),
      width: 220,
      render: (row) => (
        <>
          <strong>{row.name}</strong>
          <div className="quiet">{row.organisation.name}</div>
        </>
      ),
    },
    { key: 'grade', title: t('grade'), width: 110, render: (row) => pilotGradeName(row.grade) },
    {
      key: 'since',
      title: t('since'),
      width: 140,
      render: (row) => (row.grantedOn === null ? '' : formatDay(row.grantedOn)),
    },
    { key: 'next', title: t('next'), width: 380, render: (row) => <Next row={row} /> },
    {
      key: 'step',
      title: t('step'),
      width: 140,
      render: (row) =>
        step !== null && row.next?.ready ? <Button onClick={() => step(row)}>{t('step')}</Button> : null,
    },
  ]
}

function Next({ row: { next } }: { row: PilotRow }) {
  if (next === null) return <>{t('top')}</>
  return (
    <div>
      <strong>{pilotGradeName(next.grade)}</strong>
      <ul className="pilot-needs">
        {next.requirements.map((each) => (
          <li key={each.code}>
            <Icon name={each.met ? 'check' : 'clock'} size={15} />
            <span>
              {needWords(each)} · {haveWords(each)} · {each.met ? t('met') : t('notMet')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function StepDialog({ row, onClose }: { row: PilotRow; onClose: () => void }) {
  const { message } = App.useApp()
  return (
    <FormDialog
      title={`${t('step')} · ${row.name}`}
      words={t('stepWords', { grade: pilotGradeName(row.next!.grade) })}
      onClose={onClose}
    >
      <FormShell<'takePilotStep', { documentNo: string }>
        operation="takePilotStep"
        invalidates={['listPilot']}
        initial={{}}
        toInput={({ documentNo }) => ({ appointmentId: row.appointmentId, documentNo })}
        submit={t('step')}
        onDone={() => {
          void message.success(t('stepped'))
          onClose()
        }}
        onCancel={onClose}
      >
        <FormField name="documentNo" label={t('documentNo')} need="required">
          <Input maxLength={100} />
        </FormField>
      </FormShell>
    </FormDialog>
  )
}
