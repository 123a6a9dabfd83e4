import './choices.css'
import { useState } from 'react'
import type { OwnMatch } from '#contract/matchmaking-pairs.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { PhoneLink } from '../../../kit/phone/router.tsx'
import { useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Button } from '../../../ui/light/button.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { cardPhrases } from '../card-words.ts'
import { useDistricts } from '../districts.ts'
import { CouplePart } from './couple-part.tsx'
import { ReleaseForm } from './release-form.tsx'
import { BlockOrReport } from './block-or-report.tsx'
import { t } from './matches-texts.ts'

/** Whoever said yes to me and to whom I said yes: what I see of them, what I let them see, and whether we are a couple. */
export default function MatchesPage() {
  const matches = useRead('listOwnMatches')
  if (matches.isPending) return <Skeleton lines={8} label={t('loading')} />
  if (!matches.data)
    return (
      <Empty icon="offline" title={t('title')} hint={errorSentence(matches.error)}>
        <Button look="primary" onClick={() => void matches.refetch()}>
          {t('retry')}
        </Button>
      </Empty>
    )
  if (matches.data.items.length === 0)
    return (
      <Empty icon="services" title={t('none')} hint={t('noneHint')}>
        <PhoneLink to="/events" className="button button-primary">
          {t('toEvents')}
        </PhoneLink>
      </Empty>
    )
  return (
    <>
      {matches.data.items.map((match) => (
        <Match key={match.interestId} match={match} />
      ))}
    </>
  )
}

function Match({ match }: { match: OwnMatch }) {
  const { card } = match
  const where = match.eventTitle === null ? t('introduced') : t('atEvent', { title: match.eventTitle })
  return (
    <article className="sheet match">
      <header className="match-names">
        <h2>{card.firstName ?? card.nickname}</h2>
        {card.firstName !== null && card.nickname !== null && <span>{card.nickname}</span>}
      </header>
      <p>
        {where} <span className="figures">{formatDay(match.since.slice(0, 10))}</span>
      </p>
      {card.photo && <Photo interestId={match.interestId} />}
      {card.card !== null && <Card card={card.card} />}
      <h3>{t('theirs')}</h3>
      {card.contacts.length === 0 ? (
        <p>{t('nothingYet')}</p>
      ) : (
        <Facts facts={card.contacts.map(({ field, value }) => [t(field), value] as const)} />
      )}
      <ReleaseForm match={match} />
      <CouplePart match={match} />
      <BlockOrReport about={{ interestId: match.interestId }} />
    </article>
  )
}

/** Whoever may be seen by picture need not have given one: then there is none. */
function Photo({ interestId }: { interestId: string }) {
  const [missing, setMissing] = useState(false)
  if (missing) return null
  return (
    <img
      className="match-photo"
      src={`/api/v1/me/matchmaking/interests/${interestId}/photo`}
      alt={t('photo')}
      onError={() => setMissing(true)}
    />
  )
}

function Card({ card }: { card: NonNullable<OwnMatch['card']['card']> }) {
  const districts = useDistricts()
  return (
    <>
      <p>{cardPhrases(card, districts.name(card.districtCode)).join(' · ')}</p>
      {card.hobbies.length > 0 && <p>{t('hobbies', { list: card.hobbies.join('、') })}</p>}
      {card.hopes !== '' && <p>“{card.hopes}”</p>}
    </>
  )
}
