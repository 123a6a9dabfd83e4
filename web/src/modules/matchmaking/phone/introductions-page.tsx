import '../../people/phone/people.css'
import './desk.css'
import { useState } from 'react'
import type { OwnIntroduction } from '#contract/matchmaking-own-desk.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { PhoneLink } from '../../../kit/phone/router.tsx'
import { useAct, useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { cardPhrases } from '../card-words.ts'
import { useDistricts } from '../districts.ts'
import { BlockOrReport } from './block-or-report.tsx'
import { t } from './desk-texts.ts'

/** Introductions by a matchmaker: each is answered apart, and only what is mutual is told. */
export default function IntroductionsPage() {
  const introductions = useRead('listOwnIntroductions')
  if (introductions.isPending) return <Skeleton lines={6} label={t('loading')} />
  if (!introductions.data)
    return (
      <Empty icon="offline" title={t('title')} hint={errorSentence(introductions.error)}>
        <Button look="primary" onClick={() => void introductions.refetch()}>
          {t('retry')}
        </Button>
      </Empty>
    )
  const { items } = introductions.data
  if (items.length === 0) return <Empty icon="people" title={t('none')} hint={t('noneHint')} />
  return (
    <div className="desk-stack">
      <p className="quiet">{t('rule')}</p>
      {items.map((one) => (
        <Introduction key={one.introductionId} introduction={one} />
      ))}
    </div>
  )
}

function Introduction({ introduction }: { introduction: OwnIntroduction }) {
  const districts = useDistricts()
  const { card, nickname } = introduction
  return (
    <article className="sheet">
      {nickname !== null && <h2>{nickname}</h2>}
      {card !== null && (
        <>
          <p>{cardPhrases(card, districts.name(card.districtCode)).join(' · ')}</p>
          {card.hobbies.length > 0 && <p>{t('hobbies', { list: card.hobbies.join('、') })}</p>}
          {card.hopes !== '' && <p className="desk-hopes">{card.hopes}</p>}
        </>
      )}
      <Outcome introduction={introduction} />
      <BlockOrReport about={{ introductionId: introduction.introductionId }} />
    </article>
  )
}

function Outcome({ introduction }: { introduction: OwnIntroduction }) {
  if (introduction.state === 'mutual')
    return (
      <Notice tone="done" title={t('mutual')}>
        <p>{t('mutualHint')}</p>
        <PhoneLink to="/matches" className="button button-primary">
          {t('toMatches')}
        </PhoneLink>
      </Notice>
    )
  if (introduction.state === 'none')
    return (
      <Notice tone="info" title={t('over')}>
        <p>{t('overHint')}</p>
      </Notice>
    )
  return <Answer introduction={introduction} />
}

function Answer({ introduction }: { introduction: OwnIntroduction }) {
  const { introductionId, answerUntil, answer } = introduction
  const [changing, setChanging] = useState(false)
  const send = useAct('answerIntroduction', { invalidates: ['listOwnIntroductions'] })
  const say = (said: 'yes' | 'no') =>
    send.mutate({ introductionId, answer: said }, { onSuccess: () => setChanging(false) })
  if (answer !== null && !changing)
    return (
      <>
        <Notice tone="info" title={answer === 'yes' ? t('saidYes') : t('saidNo')}>
          <p>{t('waiting')}</p>
        </Notice>
        <Button look="quiet" onClick={() => setChanging(true)}>
          {t('change')}
        </Button>
      </>
    )
  return (
    <>
      <p className="figures">{t('until', { when: formatInstant(answerUntil) })}</p>
      {send.error && <Notice tone="problem" title={errorSentence(send.error)} />}
      <div className="phone-actions">
        <Button look="primary" busy={send.isPending} onClick={() => say('yes')}>
          {t('yes')}
        </Button>
        <Button busy={send.isPending} onClick={() => say('no')}>
          {t('no')}
        </Button>
      </div>
    </>
  )
}
