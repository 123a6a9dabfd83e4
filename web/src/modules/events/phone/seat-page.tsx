import { useState } from 'react'
import type { OwnRound } from '#contract/events-seating.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { useOnline } from '../../../kit/phone/online.ts'
import { useAct } from '../../../kit/query.ts'
import type { PhonePageProps } from '../../../kit/routes.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { useOwnRounds, type SeenRounds } from './own-round.ts'
import { badges, RoundCard } from './round-card.tsx'
import { t } from './texts-round.ts'

/** My seat, round by round; it stays readable without a connection. */
export default function SeatPage({ params }: PhonePageProps) {
  const eventId = params.eventId!
  const asked = useOwnRounds(eventId)
  const online = useOnline()
  const seen = asked.data
  if (seen === undefined)
    return asked.error ? (
      <Empty icon="events" title={t('failed')} hint={errorSentence(asked.error)}>
        <Button look="primary" onClick={() => void asked.refetch()}>
          {t('retry')}
        </Button>
      </Empty>
    ) : (
      <Skeleton lines={6} label={t('loading')} />
    )
  return (
    <>
      {(!online || asked.error) && (
        <Notice tone="due">
          {t('offline', { time: formatInstant(new Date(seen.seenAt).toISOString()) })}
        </Notice>
      )}
      <Standing seen={seen} />
      {seen.rounds.present && <Leave eventId={eventId} />}
    </>
  )
}

function Standing({ seen }: { seen: SeenRounds }) {
  const { rounds, left, present, badgeNo } = seen.rounds
  const last = rounds.slice(-1)[0]
  if (left)
    return (
      <Notice tone="info" title={t('hasLeft')}>
        {t('hasLeftHint')}
      </Notice>
    )
  if (!present) return <Empty icon="events" title={t('notPresent')} hint={t('notPresentHint')} />
  if (last === undefined)
    return <Empty icon="clock" title={t('wait')} hint={t('waitHint', { badge: badges([badgeNo ?? 0]) })} />
  return (
    <>
      <RoundCard seen={seen} round={last} />
      {rounds.length > 1 && (
        <section className="sheet">
          <h2>{t('earlier')}</h2>
          <ul className="round-list">
            {rounds.slice(0, -1).map((round) => (
              <li key={round.roundNo}>
                <span>{t('round', { no: round.roundNo })}</span>
                <span className="figures">{whereOf(round)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function whereOf(round: OwnRound): string {
  if (round.tableNo === null) return t('rested')
  return t('met', { table: t('table', { no: round.tableNo }), badges: badges(round.others) })
}

function Leave({ eventId }: { eventId: string }) {
  const [asking, ask] = useState(false)
  const leaving = useAct('leaveOwnSeating', { invalidates: ['listOwnRounds'] })
  if (!asking)
    return (
      <Button look="quiet" onClick={() => ask(true)}>
        {t('leave')}
      </Button>
    )
  return (
    <section className="sheet">
      <p>{t('leaveAsk')}</p>
      <Button look="primary" busy={leaving.isPending} onClick={() => leaving.mutate({ eventId })}>
        {t('leaveYes')}
      </Button>
      <Button onClick={() => ask(false)}>{t('leaveNo')}</Button>
      {leaving.error && <Notice tone="problem">{errorSentence(leaving.error)}</Notice>}
    </section>
  )
}
