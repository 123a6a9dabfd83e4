import type { OwnAdmission } from '#contract/events-admission.ts'
import { codeSentence, errorSentence } from '../../../../kit/errors.ts'
import { formatInstant, formatNumber } from '../../../../kit/format.ts'
import { PhoneLink } from '../../../../kit/phone/router.tsx'
import { useAct, useRead } from '../../../../kit/query.ts'
import type { EventPartProps } from '../../../../kit/routes.ts'
import { Button } from '../../../../ui/light/button.tsx'
import { Notice } from '../../../../ui/light/notice.tsx'
import { Skeleton } from '../../../../ui/light/waiting.tsx'
import { CancelRegistration } from './cancel-registration.tsx'
import { t } from './texts.ts'
import { outdated } from './outdated.ts'

/** On the event's page: how one stands, and the one next step. Nothing is shown as done before the server said so. */
export default function AdmissionPart({ event }: EventPartProps) {
  const own = useRead('explainAdmission', { eventId: event.id })
  if (own.isPending) return <Skeleton lines={3} label={t('loading')} />
  if (!own.data)
    return (
      <Notice tone="problem" title={errorSentence(own.error)}>
        <Button onClick={() => void own.refetch()}>{t('retry')}</Button>
      </Notice>
    )
  return <Standing own={own.data} />
}

function Standing({ own }: { own: OwnAdmission }) {
  const { registration, can } = own
  return (
    <section className="admission">
      {registration && <HowItStands own={own} registration={registration} />}
      {own.lostTurn && <Notice tone="info">{t('lostTurn')}</Notice>}
      {can.answer && <AnswerOffer own={own} />}
      {!isOpen(own) && <Register own={own} />}
      {registration && (
        <PhoneLink to={`/events/${own.eventId}/standing`} className="button button-plain">
          {registration.state === 'waiting' ? t('why') : t('progress')}
        </PhoneLink>
      )}
      {can.cancel && !can.answer && <CancelRegistration own={own} />}
    </section>
  )
}

function isOpen({ registration }: OwnAdmission): boolean {
  return registration !== null && ['entered', 'waiting', 'offered', 'admitted'].includes(registration.state)
}

function HowItStands({
  own,
  registration,
}: {
  own: OwnAdmission
  registration: NonNullable<OwnAdmission['registration']>
}) {
  switch (registration.state) {
    case 'entered':
      return (
        <Notice tone="info" title={t('entered')}>
          <p>{t('enteredHint', { time: formatInstant(own.registrationClosesAt) })}</p>
        </Notice>
      )
    case 'waiting':
      return (
        <Notice tone="due" title={t('waiting', { no: registration.waitingNo ?? 0 })}>
          <p className="figures">{t('ahead', { count: own.ahead })}</p>
        </Notice>
      )
    case 'offered':
      return (
        <Notice tone="due" title={t('offered')}>
          <p>{t('offeredHint', { time: formatInstant(registration.offeredUntil ?? own.startsAt) })}</p>
        </Notice>
      )
    case 'admitted':
      return (
        <Notice tone="done" title={t('admitted')}>
          {registration.badgeNo !== null && (
            <p className="figures">{t('badge', { no: registration.badgeNo })}</p>
          )}
        </Notice>
      )
    default:
      return <Notice tone="info" title={t(registration.state)} />
  }
}

function Register({ own }: { own: OwnAdmission }) {
  const register = useAct('registerForEvent', { invalidates: outdated })
  const reason = own.refusal ?? own.whyNot
  const isFull = own.hindrances.length > 0
  const verb = own.admission === 'lottery' && !own.drawn ? t('registerLottery') : t('register')
  return (
    <>
      {own.can.register && own.admission === 'first_come' && (
        <p className="figures">
          {isFull ? t('fullNow') : t('free', { count: formatNumber(own.capacity - own.taken) })}
        </p>
      )}
      {register.error && <Notice tone="problem" title={errorSentence(register.error)} />}
      <Button
        look="primary"
        busy={register.isPending}
        why={own.can.register || reason === null ? undefined : codeSentence(reason)}
        onClick={() => register.mutate({ eventId: own.eventId })}
      >
        {own.registration === null ? verb : t('again')}
      </Button>
    </>
  )
}

function AnswerOffer({ own }: { own: OwnAdmission }) {
  const answer = useAct('answerOffer', { invalidates: outdated })
  const say = (said: 'accepted' | 'declined') => answer.mutate({ eventId: own.eventId, answer: said })
  return (
    <>
      {answer.error && <Notice tone="problem" title={errorSentence(answer.error)} />}
      <div className="phone-actions">
        <Button look="primary" busy={answer.isPending} onClick={() => say('accepted')}>
          {t('accept')}
        </Button>
        <Button busy={answer.isPending} onClick={() => say('declined')}>
          {t('decline')}
        </Button>
      </div>
    </>
  )
}
