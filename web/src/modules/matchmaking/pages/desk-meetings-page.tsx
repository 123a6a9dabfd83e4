import '../desk.css'
import '../association.css'
import { Alert, App, Button, Select, Skeleton } from 'antd'
import { useState } from 'react'
import type { DeskMeeting } from '#contract/matchmaking-association.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { Page } from '../../../kit/page.tsx'
import { useAct, useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../association-texts.ts'

/** Coming meetings as a matchmaker prepares and uses them: numbers for own cases, proposals by number. */
export default function DeskMeetingsPage() {
  const meetings = useRead('listDeskMeetings')
  return (
    <Page title={t('deskMeetings')}>
      {meetings.error && (
        <Alert type="info" showIcon icon={<Icon name="info" />} title={errorSentence(meetings.error)} />
      )}
      {meetings.isPending && <Skeleton active aria-label={t('loading')} />}
      {meetings.data?.items.length === 0 && <p className="quiet">{t('noDeskMeetings')}</p>}
      <div className="desk-grid">
        {meetings.data?.items.map((meeting) => (
          <MeetingPanel key={meeting.id} meeting={meeting} />
        ))}
      </div>
    </Page>
  )
}

function MeetingPanel({ meeting }: { meeting: DeskMeeting }) {
  const { message } = App.useApp()
  const number = useAct('putCaseOnScreen', { invalidates: ['listDeskMeetings'] })
  return (
    <section className="panel" aria-label={meeting.title}>
      <h2>{meeting.title}</h2>
      <p className="quiet">
        {[t(meeting.kind), formatDay(meeting.heldOn), meeting.place].filter(Boolean).join(' · ')}
      </p>
      {meeting.agenda !== '' && <p className="agenda">{meeting.agenda}</p>}
      <h3>{t('ownNumbers')}</h3>
      <ul className="desk-lines">
        {meeting.own.map((one) => (
          <li key={one.caseId}>
            <span>{one.nickname}</span>
            <span className="figures">{t('number', { number: one.number })}</span>
          </li>
        ))}
      </ul>
      <h3>{t('offered')}</h3>
      {meeting.offered.length === 0 && <p className="quiet">{t('noOffered')}</p>}
      <ul className="desk-lines">
        {meeting.offered.map((one) => (
          <li key={one.caseId}>
            <span>{one.nickname}</span>
            <Button
              size="small"
              loading={number.isPending}
              onClick={() =>
                number.mutate(
                  { meetingId: meeting.id, caseId: one.caseId },
                  { onError: (error) => void message.error(errorSentence(error), 8) },
                )
              }
            >
              {t('giveNumber')}
            </Button>
          </li>
        ))}
      </ul>
      <ProposeByNumber meeting={meeting} />
    </section>
  )
}

function ProposeByNumber({ meeting }: { meeting: DeskMeeting }) {
  const { message } = App.useApp()
  const [caseId, setCase] = useState<string>()
  const [number, setNumber] = useState<number>()
  const propose = useAct('proposeAtMeeting', { invalidates: ['listDeskMeetings', 'getDesk', 'getCase'] })
  const numbers = [...meeting.others, ...meeting.own.map((one) => one.number)].toSorted((a, b) => a - b)
  const send = () =>
    propose.mutate(
      { meetingId: meeting.id, caseId: caseId!, number: number! },
      {
        onSuccess: () => void message.success(t('proposed')),
        onError: (error) => void message.error(errorSentence(error), 8),
      },
    )
  return (
    <>
      <h3>{t('proposeHere')}</h3>
      <p className="quiet">{t('proposeWords')}</p>
      <div className="meeting-numbers">
        <Select
          aria-label={t('myCase')}
          placeholder={t('myCase')}
          className="filter-select"
          value={caseId ?? null}
          options={[...meeting.own, ...meeting.offered].map((one) => ({
            value: one.caseId,
            label: one.nickname,
          }))}
          onChange={(value: string | null) => setCase(value ?? undefined)}
        />
        <Select
          aria-label={t('theirNumber')}
          placeholder={t('theirNumber')}
          className="filter-select"
          value={number ?? null}
          options={numbers.map((each) => ({ value: each, label: t('number', { number: each }) }))}
          onChange={(value: number | null) => setNumber(value ?? undefined)}
        />
        <Button
          disabled={caseId === undefined || number === undefined}
          loading={propose.isPending}
          onClick={send}
        >
          {t('proposeHere')}
        </Button>
        {(caseId === undefined || number === undefined) && <span className="quiet">{t('proposeLacks')}</span>}
      </div>
    </>
  )
}
