import '../events.css'
import type { OwnAdmission } from '#contract/events-admission.ts'
import { codeSentence, errorSentence } from '../../../../kit/errors.ts'
import { formatInstant, formatNumber } from '../../../../kit/format.ts'
import { PhoneLink } from '../../../../kit/phone/router.tsx'
import { useRead } from '../../../../kit/query.ts'
import type { PhonePageProps } from '../../../../kit/routes.ts'
import { Facts } from '../../../../ui/facts.tsx'
import { Button } from '../../../../ui/light/button.tsx'
import { Empty } from '../../../../ui/light/empty.tsx'
import { Notice } from '../../../../ui/light/notice.tsx'
import { Skeleton } from '../../../../ui/light/waiting.tsx'
import { hindranceWords, reasonName, registrationStepName } from '../../admission-words.ts'
import { DrawFacts } from './draw-facts.tsx'
import { t } from './texts.ts'

/** "Why am I not in?" on one screen: what is full, what would have to happen, how far the waiting list has come, what happened so far. */
export default function StandingPage({ params }: PhonePageProps) {
  const own = useRead('explainAdmission', { eventId: params.eventId! })
  if (own.isPending) return <Skeleton lines={8} label={t('loading')} />
  if (!own.data)
    return (
      <Empty icon="events" title={t('failed')} hint={errorSentence(own.error)}>
        <Button look="primary" onClick={() => void own.refetch()}>
          {t('retry')}
        </Button>
      </Empty>
    )
  return <Shown own={own.data} />
}

function Shown({ own }: { own: OwnAdmission }) {
  const { registration } = own
  const hasPlace = registration?.state === 'admitted'
  return (
    <div className="standing">
      <header className="event-head">
        <h2>{own.title}</h2>
        {registration?.state === 'waiting' && (
          <p className="figures">
            {t('waiting', { no: registration.waitingNo ?? 0 })} · {t('ahead', { count: own.ahead })}
          </p>
        )}
      </header>
      {own.refusal !== null && <Notice tone="problem" title={codeSentence(own.refusal)} />}
      {!hasPlace && <WhyNot own={own} />}
      <section className="sheet">
        <h2>{t('figures')}</h2>
        <Facts facts={figuresOf(own)} />
      </section>
      <DrawFacts own={own} />
      {own.steps.length > 0 && <Steps own={own} />}
      <PhoneLink to={`/events/${own.eventId}`} className="button button-plain">
        {t('back')}
      </PhoneLink>
    </div>
  )
}

function WhyNot({ own }: { own: OwnAdmission }) {
  const drawAhead = own.admission === 'lottery' && !own.drawn
  return (
    <section className="sheet">
      {!drawAhead && (
        <>
          <h2>{t('nowFull')}</h2>
          <ul className="admission-list">
            {own.hindrances.length === 0 && <li>{t('nothingFull')}</li>}
            {own.hindrances.map((each) => (
              <li key={each.what}>{hindranceWords(each)}</li>
            ))}
          </ul>
        </>
      )}
      <h2>{t('whatNext')}</h2>
      <ul className="admission-list">
        {nextOf(own, drawAhead).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}

function nextOf(own: OwnAdmission, drawAhead: boolean): string[] {
  const said: string[] = []
  if (drawAhead) said.push(t('nextDraw'))
  else if (own.offerMinutes === null) said.push(t('nextNone'))
  else said.push(t('nextCancel', { minutes: own.offerMinutes }))
  if (own.releaseAt !== null) said.push(t('nextRelease', { time: formatInstant(own.releaseAt) }))
  if (own.lostTurn) said.push(t('lostTurn'))
  return said
}

function figuresOf(own: OwnAdmission): (readonly [string, string])[] {
  const taken = t('takenOf', { taken: formatNumber(own.taken), capacity: formatNumber(own.capacity) })
  const offers =
    own.lastOfferedNo === null
      ? t('offersNone')
      : t('offersSaid', { count: own.offersMade, no: own.lastOfferedNo })
  return [
    [t('taken'), taken],
    ...(own.registration?.state === 'waiting'
      ? [[t('before'), t('people', { count: formatNumber(own.ahead) })] as const]
      : []),
    [t('offers'), offers],
  ]
}

function Steps({ own }: { own: OwnAdmission }) {
  return (
    <section className="sheet">
      <h2>{t('steps')}</h2>
      <ol className="admission-list">
        {own.steps.map((step, at) => {
          const reason = step.reason === null ? null : (reasonName(step.reason) ?? codeSentence(step.reason))
          return (
            <li key={at}>
              {registrationStepName(step.step)}
              {step.byOfficer && t('byOfficer')}
              {reason !== null && ` · ${reason}`}
              <small className="figures">{formatInstant(step.takenAt)}</small>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
