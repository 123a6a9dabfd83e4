import '../appointments.css'
import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Form, Input, Skeleton } from 'antd'
import type { AppointmentFile, HandOverItem } from '#contract/appointments.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup, FormShell } from '../../../kit/form/form-shell.tsx'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useRead, useReadWhen } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { AppointmentSelect } from '../../access/parts/appointment-select.tsx'
import { appointmentsChanged } from '../parts/outdated.ts'
import { t } from '../texts.ts'

/** 交接工作: everything one appointment has under way goes to a successor, shown before it is done. */
export default function HandOverPage() {
  const appointmentId = useParam('appointmentId')
  const { data, error } = useRead('getAppointment', { appointmentId })
  if (error) return <Alert type="error" showIcon icon={<Icon name="warn" />} title={errorSentence(error)} />
  if (!data || data.id !== appointmentId) return <Skeleton active />
  return (
    <Page title={t('handOverTitle', { name: data.person.name })} note={t('handOverNote')}>
      <HandOverForm appointment={data} />
    </Page>
  )
}

interface Values {
  toAppointmentId: string
  documentNo?: string
}

function HandOverForm({ appointment }: { appointment: AppointmentFile }) {
  const navigate = useNavigate()
  const { message } = App.useApp()
  const back = () =>
    void navigate({ to: '/appointments' as never, search: { open: appointment.id } as never })
  return (
    <FormShell<'handOver', Values>
      operation="handOver"
      invalidates={appointmentsChanged}
      initial={{}}
      toInput={({ toAppointmentId, documentNo }) => ({
        appointmentId: appointment.id,
        toAppointmentId,
        ...(documentNo ? { documentNo } : {}),
      })}
      submit={t('handOverVerb')}
      onDone={() => {
        void message.success(t('handOverDone'))
        back()
      }}
      onCancel={back}
    >
      <FormGroup title={t('whoAndWhere')}>
        <FormField name="toAppointmentId" label={t('successor')} need="required" hint={t('successorHint')}>
          <AppointmentSelect />
        </FormField>
        <FormField name="documentNo" label={t('documentNo')} need="optional">
          <Input maxLength={100} />
        </FormField>
      </FormGroup>
      <FormGroup title={t('willHappen')}>
        <Preview appointmentId={appointment.id} />
      </FormGroup>
    </FormShell>
  )
}

function Preview({ appointmentId }: { appointmentId: string }) {
  const toAppointmentId = Form.useWatch<string | null | undefined>('toAppointmentId')
  const preview = useReadWhen(toAppointmentId, 'previewHandOver', {
    appointmentId,
    toAppointmentId: toAppointmentId ?? '',
  })
  if (!toAppointmentId) return <p className="form-group-hint">{t('chooseFirst')}</p>
  if (preview.error)
    return <Alert type="error" showIcon icon={<Icon name="warn" />} title={errorSentence(preview.error)} />
  if (!preview.data) return <Skeleton active title={false} />
  return (
    <table className="hand-over-table">
      <thead>
        <tr>
          <th scope="col">{t('item')}</th>
          <th scope="col">{t('count')}</th>
          <th scope="col">{t('becomes')}</th>
        </tr>
      </thead>
      <tbody>
        {preview.data.items.map((item) => (
          <tr key={item.kind}>
            <td>{kindWords(item.kind)}</td>
            <td className="figures">{item.count}</td>
            <td>{becomesWords(item)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function kindWords(kind: HandOverItem['kind']): string {
  if (kind === 'delegations') return t('delegationsGiven')
  return kind === 'substitutes' ? t('substitutesRunning') : t(kind)
}

function becomesWords({ kind, count, comesAlong }: HandOverItem): string {
  if (count === 0) return t('nothingThere')
  switch (kind) {
    case 'tasks':
    case 'imports': {
      const outside = count - comesAlong
      return t('goesOn', { count: comesAlong }) + (outside > 0 ? t('outside', { count: outside }) : '')
    }
    case 'delegations':
      return t('givenAnew', { count: comesAlong })
    case 'tokens':
      return t('stops')
    case 'approvals':
      return t('staysWithAsker')
    case 'substitutes':
      return t('endWithPost')
  }
}
