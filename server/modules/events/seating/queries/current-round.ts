import type { Tx } from '#server/platform/db/transaction.ts'
import { roundsOf, seatsOf } from './seats.ts'

/** What the hall's screen shows of the round that goes on: tables by badge number, nobody's name. */
export interface CurrentRound {
  roundNo: number
  releasedAt: Date
  endsAt: Date
  tables: { tableNo: number; badgeNos: number[] }[]
  out: number
}

/** The last round that was released; null before the first. */
export async function currentRound(tx: Tx, eventId: string): Promise<CurrentRound | null> {
  const last = (await roundsOf(tx, eventId)).findLast((round) => round.releasedAt !== null)
  if (last === undefined) return null
  const seats = (await seatsOf(tx, eventId)).filter((seat) => seat.roundNo === last.roundNo)
  const tables = Map.groupBy(
    seats.filter((seat) => seat.tableNo !== null),
    (seat) => seat.tableNo!,
  )
  return {
    roundNo: last.roundNo,
    releasedAt: last.releasedAt!,
    endsAt: last.endsAt!,
    tables: [...tables].map(([tableNo, people]) => ({
      tableNo,
      badgeNos: people.map((each) => each.badgeNo),
    })),
    out: seats.filter((seat) => seat.tableNo === null).length,
  }
}
