import '../association.css'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ScreenCard } from '#contract/matchmaking-association.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useParam } from '../../../kit/params.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { t } from '../association-texts.ts'
import { cardPhrases, sexName } from '../card-words.ts'
import { useDistricts } from '../districts.ts'

/** The room's screen at a meeting: one card at a time, by number, readable from the last row. Each showing is asked for and logged. */
export default function MeetingScreenPage() {
  const meetingId = useParam('meetingId')
  const meeting = useRead('getMeeting', { meetingId })
  const show = useAct('showMeetingCase', { invalidates: [] })
  return (
    <div className="meeting-screen">
      <header>
        <h1>{meeting.data?.title ?? t('screen')}</h1>
        <Link to={`/matchmaking/meetings/${meetingId}` as never}>{t('leaveScreen')}</Link>
      </header>
      {show.data ? <Card shown={show.data} /> : <p className="meeting-card">{t('screenEmpty')}</p>}
      {(show.error ?? meeting.error) && (
        <p className="problem">{errorSentence((show.error ?? meeting.error)!)}</p>
      )}
      <div className="meeting-numbers">
        {meeting.data?.numbers.map((number) => (
          <Button
            key={number}
            size="large"
            type={show.data?.number === number ? 'primary' : 'default'}
            aria-label={t('show', { number })}
            onClick={() => show.mutate({ meetingId, number })}
          >
            {t('number', { number })}
          </Button>
        ))}
        {meeting.data?.numbers.length === 0 && <p>{t('noNumbers')}</p>}
      </div>
      <p className="meeting-rule">{t('screenRule')}</p>
    </div>
  )
}

function Card({ shown: { number, sex, card } }: { shown: ScreenCard }) {
  const districts = useDistricts()
  return (
    <article className="meeting-card" aria-live="polite">
      <h2>
        {t('number', { number })} · {sexName(sex)}
      </h2>
      <p>{cardPhrases(card, districts.name(card.districtCode)).join(' · ')}</p>
      <dl>
        <dt>{t('hobbies')}</dt>
        <dd>{card.hobbies.join('、') || '—'}</dd>
        <dt>{t('hopes')}</dt>
        <dd>{card.hopes || '—'}</dd>
      </dl>
    </article>
  )
}
