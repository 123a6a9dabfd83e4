import { Link } from '@tanstack/react-router'
import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { meetingKinds, type Association, type MeetingKind } from '#contract/matchmaking-association.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { formatDay } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { FormDialog } from '../../appointments/parts/form-dialog.tsx'
import { t } from '../association-texts.ts'

/** Meetings of the association, the latest first. */
export function AssociationMeetings({ association }: { association: Association }) {
  const [calling, setCalling] = useState(false)
  return (
    <section className="panel" aria-label={t('meetings')}>
      <div className="association-head">
        <Button type="primary" onClick={() => setCalling(true)}>
          {t('call')}
        </Button>
      </div>
      {association.meetings.length === 0 && <p className="quiet">{t('noMeetings')}</p>}
      <ul className="desk-lines">
        {association.meetings.map((meeting) => (
          <li key={meeting.id}>
            <span>
              <Link to={`/matchmaking/meetings/${meeting.id}` as never}>{meeting.title}</Link>
              <small className="quiet">
                {[t(meeting.kind), formatDay(meeting.heldOn), meeting.place].filter(Boolean).join(' · ')}
              </small>
            </span>
            <span className="quiet figures">{t('counts', meeting)}</span>
          </li>
        ))}
      </ul>
      {calling && (
        <CallDialog organisationId={association.organisationId} onClose={() => setCalling(false)} />
      )}
    </section>
  )
}

interface Values {
  kind: MeetingKind
  title: string
  heldOn: string
  place?: string
  agenda?: string
}

function CallDialog({ organisationId, onClose }: { organisationId: string; onClose: () => void }) {
  const { message } = App.useApp()
  const { today } = useMe()
  return (
    <FormDialog title={t('call')} words={t('callWords')} onClose={onClose}>
      <FormShell<'createMeeting', Values>
        operation="createMeeting"
        invalidates={['getAssociation']}
        initial={{ kind: 'exchange', heldOn: today }}
        toInput={(values) => ({
          ...values,
          organisationId,
          place: values.place ?? '',
          agenda: values.agenda ?? '',
        })}
        submit={t('call')}
        onDone={() => {
          void message.success(t('saved'))
          onClose()
        }}
        onCancel={onClose}
      >
        <FormField name="kind" label={t('kind')} need="required">
          <Select options={meetingKinds.map((kind) => ({ value: kind, label: t(kind) }))} />
        </FormField>
        <FormField name="title" label={t('title')} need="required">
          <Input maxLength={80} />
        </FormField>
        <FormField name="heldOn" label={t('heldOn')} need="required">
          <DateField />
        </FormField>
        <FormField name="place" label={t('place')} need="optional">
          <Input maxLength={100} />
        </FormField>
        <FormField name="agenda" label={t('agenda')} need="optional">
          <Input.TextArea rows={4} maxLength={2000} />
        </FormField>
      </FormShell>
    </FormDialog>
  )
}
