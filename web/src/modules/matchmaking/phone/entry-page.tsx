import '../../people/phone/people.css'
import './entry.css'
import { useState } from 'react'
import type { OwnMatchmaking } from '#contract/matchmaking-entry.ts'
import { codeSentence, errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { PhoneLink } from '../../../kit/phone/router.tsx'
import { useAct } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Button } from '../../../ui/light/button.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Row } from '../../../ui/light/row.tsx'
import { WithOwnStanding } from './own-standing.tsx'
import { t } from './entry-texts.ts'

/** How I stand in matchmaking: what it is, which step is next, and the way out. */
export default function EntryPage() {
  return <WithOwnStanding>{(own) => <Standing own={own} />}</WithOwnStanding>
}

const pageOf = {
  membership: '/card',
  consent: '/matchmaking/consent',
  declaration: '/matchmaking/declaration',
  attestation: '/matchmaking/attestation',
  profile: '/matchmaking/profile',
} as const

const icons = { done: 'check', next: 'next', waiting: 'clock', later: 'clock', refused: 'warn' } as const

function Standing({ own }: { own: OwnMatchmaking }) {
  const step = own.steps.find((each) => each.state !== 'done')
  return (
    <div className="entry-page">
      {own.hasProfile ? null : <p className="sheet">{t('what')}</p>}
      <section className="sheet entry-steps">
        <h2>{step === undefined ? t('ready') : t('stepsLeft')}</h2>
        <ol>
          {own.steps.map((each) => (
            <li key={each.step} className={`entry-step entry-${each.state}`}>
              <Icon name={icons[each.state]} size={20} />
              <span>{t(each.step)}</span>
              <small>{t(each.state)}</small>
            </li>
          ))}
        </ol>
        {own.refusal !== null && step?.state === 'refused' && (
          <Notice tone="due" title={codeSentence(own.refusal)} />
        )}
        {(step?.state === 'next' || step?.state === 'waiting') && (
          <PhoneLink to={pageOf[step.step]} className="button button-primary">
            {t('goOn', { step: t(step.step) })}
          </PhoneLink>
        )}
      </section>
      {own.declaration?.renewSoon && (
        <Notice tone="due" title={t('renewSoon', { date: formatDay(own.declaration.holdsUntil) })}>
          <PhoneLink to="/matchmaking/declaration" className="button button-plain">
            {t('renew')}
          </PhoneLink>
        </Notice>
      )}
      <Hidden reasons={own.hiddenBecause} />
      <ul className="rows">
        {own.hasProfile && (
          <Row to="/matchmaking/profile" icon="person" title={t('mine')} hint={t('mineHint')} />
        )}
        <Row to="/matchmaking/views" icon="eye" title={t('views')} hint={t('viewsHint')} />
        <Row to="/matchmaking/safety" icon="audit" title={t('safety')} hint={t('safetyHint')} />
      </ul>
      {own.refusal !== 'matchmaking.no_consent' && <WayOut own={own} />}
    </div>
  )
}

function Hidden({ reasons }: { reasons: OwnMatchmaking['hiddenBecause'] }) {
  const resume = useAct('resumeProfile', { invalidates: ['getOwnMatchmaking', 'getOwnProfile'] })
  if (reasons.length === 0) return null
  const canReturn = reasons.some((reason) => reason === 'own_wish' || reason === 'inactive')
  return (
    <Notice tone="info" title={t('hidden')}>
      {reasons.map((reason) => (
        <p key={reason}>{t(`hiding_${reason}`)}</p>
      ))}
      {canReturn && (
        <Button busy={resume.isPending} onClick={() => resume.mutate({})}>
          {t('show')}
        </Button>
      )}
    </Notice>
  )
}

function WayOut({ own }: { own: OwnMatchmaking }) {
  const [sure, setSure] = useState(false)
  const pause = useAct('pauseProfile', { invalidates: ['getOwnMatchmaking', 'getOwnProfile'] })
  const leave = useAct('withdrawFromMatchmaking', {
    invalidates: ['getOwnMatchmaking', 'getOwnProfile', 'getOwnPrivacy'],
  })
  const problem = pause.error ?? leave.error
  if (sure)
    return (
      <Notice tone="due" title={t('leaveSure')}>
        {problem && <p>{errorSentence(problem)}</p>}
        <div className="phone-actions">
          <Button
            busy={leave.isPending}
            onClick={() => leave.mutate({}, { onSuccess: () => setSure(false) })}
          >
            {t('leaveYes')}
          </Button>
          <Button look="primary" onClick={() => setSure(false)}>
            {t('leaveNo')}
          </Button>
        </div>
      </Notice>
    )
  return (
    <div className="phone-actions">
      {own.hasProfile && own.hiddenBecause.length === 0 && (
        <Button busy={pause.isPending} onClick={() => pause.mutate({})}>
          {t('pause')}
        </Button>
      )}
      <Button onClick={() => setSure(true)}>{t('leave')}</Button>
    </div>
  )
}
