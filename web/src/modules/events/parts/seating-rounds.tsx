import { Segmented } from 'antd'
import { useState } from 'react'
import type { SeatingPlan, SeatingRound } from '#contract/events-seating.ts'
import { t } from '../texts-seating.ts'

/** One round at a time, the one to begin first; tables with the numbers that sit there. */
export function SeatingRounds({ plan }: { plan: SeatingPlan }) {
  const [chosen, choose] = useState<number | null>(null)
  const current = chosen ?? plan.nextRound ?? plan.plan[plan.plan.length - 1]!.roundNo
  const round = plan.plan.find((each) => each.roundNo === current) ?? plan.plan[0]!
  return (
    <section className="panel seating-rounds">
      <Segmented
        value={round.roundNo}
        onChange={choose}
        options={plan.plan.map((each) => ({
          value: each.roundNo,
          label: `${t('round', { no: each.roundNo })} · ${stateOf(each, plan)}`,
        }))}
      />
      {plan.twoPart && <p className="seating-out">{round.part === 1 ? t('partOne') : t('partTwo')}</p>}
      <Tables round={round} />
    </section>
  )
}

function Tables({ round }: { round: SeatingRound }) {
  return (
    <>
      <ul className="seating-tables">
        {round.tables.map((table) => (
          <li key={table.tableNo}>
            <strong>{t('table', { no: table.tableNo })}</strong>
            <span className="seating-badges">
              {table.seats.map((seat) => (
                <span key={seat.seat}>{badge(seat.badgeNo)}</span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {round.out.length > 0 && (
        <p className="seating-out">
          {t('outSaid', { count: round.out.length, badges: round.out.map(badge).join('、') })}
        </p>
      )}
    </>
  )
}

/** A badge number as it stands on the badge: three digits or more. */
export function badge(no: number): string {
  return String(no).padStart(3, '0')
}

function stateOf(round: SeatingRound, plan: SeatingPlan): string {
  if (round.releasedAt === null) return t('planned')
  const last = plan.plan.filter((each) => each.releasedAt !== null).slice(-1)[0]
  return last === round && Date.parse(round.endsAt!) > Date.now() ? t('now') : t('over')
}
