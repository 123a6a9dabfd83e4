import '../access.css'
import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { permissions } from '#contract/permissions.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { permissionWords } from '../permission-words.ts'
import { t } from '../texts.ts'
import { AppointmentSelect } from './appointment-select.tsx'
import { ExplanationWords } from './explanation-words.tsx'

/** Why can, or can't, another appointment do something: each question is recorded. */
export function AskForAnother() {
  const [appointmentId, setAppointmentId] = useState<string | null>(null)
  const [permission, setPermission] = useState<string>('people.read')
  const ask = useAct('explainAccessOf', { invalidates: [] })
  return (
    <section className="panel">
      <p className="quiet">{t('askWords')}</p>
      <div className="ask-form">
        <AppointmentSelect label={t('whose')} value={appointmentId} onChange={setAppointmentId} />
        <Select
          aria-label={t('what')}
          value={permission}
          options={permissions.map((value) => ({ value, label: permissionWords(value) }))}
          onChange={setPermission}
          popupMatchSelectWidth={false}
        />
        <Button
          type="primary"
          loading={ask.isPending}
          disabled={appointmentId === null}
          title={appointmentId === null ? t('whose') : undefined}
          onClick={() => ask.mutate({ appointmentId: appointmentId!, permission })}
        >
          {t('ask')}
        </Button>
      </div>
      {ask.error && (
        <Alert type="error" showIcon icon={<Icon name="warn" />} title={errorSentence(ask.error)} />
      )}
      {ask.data && <ExplanationWords explanation={ask.data} permission={permission} whose="another’s" />}
    </section>
  )
}
