import './choices.css'
import { useState } from 'react'
import type { ChoicePerson, OwnChoices } from '#contract/matchmaking-choices.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { PhoneLink } from '../../../kit/phone/router.tsx'
import { useAct, useRead } from '../../../kit/query.ts'
import type { PhonePageProps } from '../../../kit/routes.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { ChoiceCards } from './choice-cards.tsx'
import { t } from './choices-texts.ts'

/** One's own sheet: whom one would meet again. Sealed when it is handed in; nothing of it is kept on the phone. */
export default function ChoicesPage({ params }: PhonePageProps) {
  const own = useRead('getOwnChoices', { eventId: params.eventId! })
  if (own.isPending) return <Skeleton lines={8} label={t('loading')} />
  if (!own.data)
    return (
      <Empty icon="offline" title={t('failed')} hint={errorSentence(own.error)}>
        <Button look="primary" onClick={() => void own.refetch()}>
          {t('retry')}
        </Button>
      </Empty>
    )
  if (own.data.state === 'waiting')
    return <Empty icon="clock" title={t('waitingTitle')} hint={t('waitingHint')} />
  if (own.data.state === 'closed')
    return (
      <Empty icon="check" title={t('closedTitle')} hint={t('closedHint')}>
        <PhoneLink to="/matches" className="button button-primary">
          {t('toMatches')}
        </PhoneLink>
      </Empty>
    )
  return <Sheet key={own.data.eventId} own={own.data} />
}

type Marks = Readonly<Record<number, { yes: boolean; score: number | null }>>

function Sheet({ own }: { own: OwnChoices }) {
  const [marks, setMarks] = useState<Marks>(() => marksOf(own.people))
  const [sent, setSent] = useState(own.handedIn)
  const send = useAct('recordChoices', { invalidates: ['getOwnChoices'] })
  const people = own.people.map((person) => ({ ...person, ...marks[person.badgeNo] }))
  const chosen = people.filter((person) => person.yes).length
  const mark = (badgeNo: number, change: Partial<Marks[number]>) => {
    const before = marks[badgeNo] ?? { yes: false, score: null }
    setMarks({ ...marks, [badgeNo]: { ...before, ...change } })
    setSent(false)
  }
  const handIn = () =>
    send.mutate(
      {
        eventId: own.eventId,
        choices: people
          .filter((person) => person.yes || person.score !== null)
          .map(({ badgeNo, yes, score }) => ({ badgeNo, yes, score })),
      },
      { onSuccess: () => setSent(true) },
    )
  return (
    <>
      <header className="choice-head">
        <h2>{own.title}</h2>
        <p className="figures">
          {own.ownBadgeNo !== null && <strong>{t('yourNumber', { number: own.ownBadgeNo })}</strong>}
          <span>{t('closesAt', { time: formatInstant(own.closesAt) })}</span>
        </p>
      </header>
      <Notice tone="info" title={t('sealedTitle')}>
        <p>{t('sealedHint')}</p>
      </Notice>
      {own.people.some((person) => person.fixed) && (
        <Notice tone="due">
          <p>{t('fixedHint')}</p>
        </Notice>
      )}
      {people.length === 0 ? (
        <Empty icon="people" title={t('nobody')} hint={t('nobodyHint')} />
      ) : (
        <ChoiceCards
          people={people}
          takesScores={own.takesScores}
          full={chosen >= own.limit ? t('full', { limit: own.limit }) : undefined}
          onMark={mark}
        />
      )}
      <footer className="choice-foot">
        <p className="figures" aria-live="polite">
          {t('chosen', { count: chosen, limit: own.limit })}
        </p>
        {send.error && <Notice tone="problem" title={errorSentence(send.error)} />}
        {sent ? (
          <Notice tone="done" title={t('handedIn')}>
            <p>{t('handedInHint')}</p>
          </Notice>
        ) : (
          own.handedIn && <p>{t('unsent')}</p>
        )}
        {!(sent && own.handedIn) && (
          <Button look="primary" busy={send.isPending} onClick={handIn}>
            {own.handedIn ? t('handInAgain') : chosen === 0 ? t('handInEmpty') : t('handIn')}
          </Button>
        )}
      </footer>
    </>
  )
}

function marksOf(people: readonly ChoicePerson[]): Marks {
  return Object.fromEntries(people.map(({ badgeNo, yes, score }) => [badgeNo, { yes, score }]))
}
