import '../desk.css'
import '../association.css'
import { Link } from '@tanstack/react-router'
import { Alert, App, Select, Skeleton } from 'antd'
import { attendanceStates, type Meeting } from '#contract/matchmaking-association.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../association-texts.ts'

/** One meeting: agenda, who came, the numbers for the screen. */
export default function MeetingPage() {
  const meetingId = useParam('meetingId')
  const meeting = useRead('getMeeting', { meetingId })
  if (meeting.error)
    return (
      <Page title={t('meetings')}>
        <Alert type="info" showIcon icon={<Icon name="info" />} title={errorSentence(meeting.error)} />
      </Page>
    )
  if (!meeting.data || meeting.data.id !== meetingId)
    return (
      <Page title={t('meetings')}>
        <Skeleton active aria-label={t('loading')} />
      </Page>
    )
  const { data } = meeting
  return (
    <Page
      title={data.title}
      note={`${t(data.kind)} · ${data.organisationName}`}
      actions={
        <Link className="ant-btn" to={`/matchmaking/meetings/${meetingId}/screen` as never}>
          {t('openScreen')}
        </Link>
      }
    >
      <div className="case-grid">
        <div>
          <section className="panel" aria-label={t('agenda')}>
            <Facts
              facts={[
                [t('heldOn'), formatDay(data.heldOn)],
                [t('place'), data.place || '—'],
                [t('agenda'), <span className="agenda">{data.agenda || '—'}</span>],
                [
                  t('numbers'),
                  data.numbers.length === 0
                    ? t('noNumbers')
                    : data.numbers.map((number) => t('number', { number })).join('、'),
                ],
                [t('introductions'), String(data.introductions)],
              ]}
            />
          </section>
        </div>
        <div>
          <Attendance meeting={data} />
        </div>
      </div>
    </Page>
  )
}

function Attendance({ meeting }: { meeting: Meeting }) {
  const { message } = App.useApp()
  const record = useAct('recordAttendance', { invalidates: ['getMeeting', 'getAssociation'] })
  return (
    <section className="panel" aria-label={t('attendance')}>
      <h2>{t('attendance')}</h2>
      <ul className="desk-lines">
        {meeting.attendances.map((one) => (
          <li key={one.matchmakerId}>
            <span>
              {one.name}
              <small className="quiet">{one.organisationName}</small>
            </span>
            <Select
              size="small"
              aria-label={t('status', { name: one.name })}
              placeholder={t('notRecorded')}
              className="attendance"
              value={one.status}
              options={attendanceStates.map((status) => ({ value: status, label: t(status) }))}
              onChange={(status) =>
                record.mutate(
                  { meetingId: meeting.id, matchmakerId: one.matchmakerId, status },
                  { onError: (error) => void message.error(errorSentence(error), 8) },
                )
              }
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
