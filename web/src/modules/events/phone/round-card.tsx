import './round.css'
import type { OwnRound } from '#contract/events-seating.ts'
import { t } from './texts-round.ts'
import { useSecondsLeft, type SeenRounds } from './own-round.ts'

/** The round that goes on, in letters one reads while walking: table, seat, who sits there, how long. */
export function RoundCard({ seen, round }: { seen: SeenRounds; round: OwnRound }) {
  const seconds = useSecondsLeft(seen, round)
  return (
    <section className="round-card" aria-live="polite">
      <h2>
        {t('thisRound')} · {t('round', { no: round.roundNo })}
      </h2>
      {round.tableNo === null ? (
        <>
          <p className="round-place">{t('out')}</p>
          <p>{t('outHint')}</p>
        </>
      ) : (
        <>
          <p className="round-place figures">
            {t('table', { no: round.tableNo })} · {t('seat', { no: round.seat ?? 0 })}
          </p>
          <p className="round-others figures">{othersOf(round)}</p>
        </>
      )}
      <p className={seconds > 0 ? 'round-left figures' : 'round-left'} role="timer" aria-live="off">
        {seconds > 0 ? t('left', { time: clock(seconds) }) : t('timeUp')}
      </p>
    </section>
  )
}

/** Badge numbers as they stand on the badge. */
export function badges(numbers: readonly number[]): string {
  return numbers.map((no) => String(no).padStart(3, '0')).join('、')
}

function othersOf(round: OwnRound): string {
  const others = badges(round.others)
  return round.others.length === 1 ? t('opposite', { badges: others }) : t('atTable', { badges: others })
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
