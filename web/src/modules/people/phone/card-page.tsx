import './people.css'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Output } from '../../../kit/call.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { useOnline } from '../../../kit/phone/online.ts'
import { queryOf } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Button } from '../../../ui/light/button.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { membershipKindName } from '../words.ts'
import { currentCode } from './current-code.ts'
import { Qr } from '../../../ui/qr.tsx'
import { t } from './texts.ts'

type OwnCard = Output<'getOwnCard'>

/** The service card with a code that changes every half minute; the next codes are fetched ahead, for a weak network. */
export default function CardPage() {
  const card = useQuery({
    ...queryOf('getOwnCard'),
    refetchInterval: 60_000,
    refetchIntervalInBackground: false,
  })
  if (card.isPending) return <Skeleton lines={6} label={t('loading')} />
  // An answer from before the connection broke is worth more than an error.
  if (!card.data) {
    return (
      <Empty icon="offline" title={t('cardTitle')} hint={errorSentence(card.error)}>
        <Button look="primary" onClick={() => void card.refetch()}>
          {t('retry')}
        </Button>
      </Empty>
    )
  }
  if (card.data.status === 'none') return <Empty icon="card" title={t('noCard')} hint={t('noCardHint')} />
  return <Card card={card.data} arrivedMs={card.dataUpdatedAt} renew={() => void card.refetch()} />
}

function Card({ card, arrivedMs, renew }: { card: OwnCard; arrivedMs: number; renew: () => void }) {
  const { tenant } = useMe()
  return (
    <article className="card" aria-label={t('cardTitle')}>
      <header className="card-head">
        <span>{tenant.name}</span>
        <strong>{t('cardTitle')}</strong>
      </header>
      <div className="card-body">
        <h2>{card.name}</h2>
        {card.status === 'former' ? (
          <p>{t('formerHint')}</p>
        ) : (
          <Code card={card} arrivedMs={arrivedMs} renew={renew} />
        )}
        <Facts
          facts={[
            ...(card.cardNumber ? ([[t('number'), card.cardNumber]] as const) : []),
            [t('union'), card.unionName ?? ''],
            [t('status'), card.kind ? membershipKindName(card.kind) : t('former')],
            ...(card.joinedOn
              ? ([[t('joined'), joinedWords(card.joinedOn, card.joinedPrecision)]] as const)
              : []),
          ]}
        />
      </div>
    </article>
  )
}

function Code({ card, arrivedMs, renew }: { card: OwnCard; arrivedMs: number; renew: () => void }) {
  const nowMs = useSeconds()
  const online = useOnline()
  const current = currentCode(card.codes, nowMs, arrivedMs)
  const ranOut = current === null && card.codes.length > 0
  useEffect(() => {
    if (ranOut && online) renew()
  }, [ranOut, online, renew])
  if (!current)
    return (
      <p className="card-wait" role="status">
        {online ? t('renewing') : t('stale')}
      </p>
    )
  return (
    <>
      <Qr text={current.code} label={t('qr')} />
      <p className="card-renews figures">{t('renews', { seconds: current.secondsLeft })}</p>
    </>
  )
}

function useSeconds(): number {
  const [nowMs, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return nowMs
}

function joinedWords(date: string, precision: OwnCard['joinedPrecision']): string {
  const day = formatDay(date)
  if (precision === 'year') return day.includes('年') ? `${day.split('年')[0]}年` : (day.split(' ')[2] ?? day)
  if (precision === 'month')
    return day.includes('月') ? `${day.split('月')[0]}月` : day.split(' ').slice(1).join(' ')
  return day
}
