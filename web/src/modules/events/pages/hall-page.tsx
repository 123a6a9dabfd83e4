import '../hall.css'
import { Button, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import type { Hall } from '#contract/events-door.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatNumber, formatTime } from '../../../kit/format.ts'
import { useParam } from '../../../kit/params.ts'
import { Stop } from '../../../ui/console/stop.tsx'
import { TableMap } from '../parts/table-map.tsx'
import { useHall } from '../parts/use-hall.ts'
import { t } from '../hall-texts.ts'
import { formatSpan } from '../times.ts'

/** The hall's big screen: how many are here, the round and its time, who sits where by badge number. Nobody's name, readable from afar. */
export default function HallPage() {
  const live = useHall(useParam('eventId'))
  const nowMs = useSeconds()
  if (live.error !== null)
    return (
      <Stop icon="warn" title={t('failed')} hint={errorSentence(live.error)}>
        <Button type="primary" onClick={live.retry}>
          {t('retry')}
        </Button>
      </Stop>
    )
  if (live.hall === null) return <Skeleton active title={false} aria-label={t('loading')} />
  const { hall } = live
  // The hall's machine may have a wrong clock: the server's time is carried on by it, not read from it.
  const serverMs = Date.parse(hall.now) + (nowMs - live.readAt)
  return (
    <main className="hall" aria-live="off">
      <header className="hall-head">
        <div>
          <h1>{hall.title}</h1>
          <p>
            {hall.venue} · {formatSpan(hall.startsAt, hall.endsAt)}
          </p>
        </div>
        <span className="hall-clock figures">{formatTime(new Date(serverMs).toISOString())}</span>
      </header>
      <Middle hall={hall} serverMs={serverMs} />
      <footer className="hall-foot">
        {hall.sheets !== null && hall.state === 'published' && (
          <span className="figures">{t('sheets', { count: formatNumber(hall.sheets) })}</span>
        )}
        {live.state === 'lost' && (
          <strong className="hall-lost" role="status">
            {t('lost', { time: formatTime(hall.now) })}
          </strong>
        )}
        <WholeScreen />
      </footer>
    </main>
  )
}

function Middle({ hall, serverMs }: { hall: Hall; serverMs: number }) {
  if (hall.pairs !== null) return <Pairs count={hall.pairs} />
  if (hall.state === 'closed') return <p className="hall-words">{t('ended')}</p>
  if (hall.state === 'cancelled') return <p className="hall-words">{t('cancelled')}</p>
  if (hall.round === null)
    return (
      <section className="hall-middle">
        <Present hall={hall} />
        <p className="hall-words">{t('welcome')}</p>
      </section>
    )
  return (
    <section className="hall-round">
      <div className="hall-side">
        <Round round={hall.round} serverMs={serverMs} />
        <Present hall={hall} />
      </div>
      <TableMap tables={hall.round.tables} nowMs={serverMs} />
    </section>
  )
}

function Present({ hall }: { hall: Hall }) {
  return (
    <p className="hall-present">
      <span>{t('here')}</span>
      <strong className="figures">{formatNumber(hall.count.present)}</strong>
      <span className="figures">{t('ofExpected', { expected: formatNumber(hall.count.expected) })}</span>
    </p>
  )
}

function Round({ round, serverMs }: { round: NonNullable<Hall['round']>; serverMs: number }) {
  const leftMs = Date.parse(round.releasedAt) + round.minutes * 60_000 - serverMs
  const seconds = Math.max(0, Math.ceil(leftMs / 1000))
  const clock = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <p className="hall-time">
      <span>
        {t('round', { no: round.no })} <small>{t('roundOf', { of: round.of })}</small>
      </span>
      <strong className={seconds === 0 ? 'hall-over' : 'figures'}>
        {seconds === 0 ? t('change') : clock}
      </strong>
      <span>{seconds === 0 ? '' : t('left')}</span>
    </p>
  )
}

function Pairs({ count }: { count: number }) {
  return (
    <section className="hall-middle">
      <p className="hall-present">
        <span>{t('pairs')}</span>
        <strong className="figures">{t('pairsCount', { count })}</strong>
      </p>
      <p className="hall-words">{t('congratulations')}</p>
    </section>
  )
}

function WholeScreen() {
  const [whole, setWhole] = useState(false)
  useEffect(() => {
    const look = () => setWhole(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', look)
    return () => document.removeEventListener('fullscreenchange', look)
  }, [])
  if (whole || !document.fullscreenEnabled) return null
  return (
    <Button className="hall-whole" onClick={() => void document.documentElement.requestFullscreen()}>
      {t('wholeScreen')}
    </Button>
  )
}

function useSeconds(): number {
  const [nowMs, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return nowMs
}
