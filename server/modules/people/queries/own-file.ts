import type { OwnFile } from '#contract/people-records.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { looksAt } from '../looks/looks.ts'
import { personRecords } from '../person-scope.ts'
import { cardsOf, employmentsOf, membershipRecordsOf } from './member-facts.ts'
import { personData } from './person-data.ts'

/** One's own file in clear, without what was corrected, and everybody who looked at hidden columns and why (K6). */
export async function getOwnFile(tx: Tx, actor: Actor): Promise<OwnFile> {
  const records = found(await personRecords(tx, actor.personId))
  const current = <T extends { supersededAt: string | null }>(rows: T[]) =>
    rows.filter((row) => row.supersededAt === null)
  return {
    ...(await personData(tx, records.personId)),
    employments: current(await employmentsOf(tx, records.recordIds)),
    memberships: current(await membershipRecordsOf(tx, records.recordIds)),
    cards: current(await cardsOf(tx, records.recordIds)),
    looked: await looksAt(tx, records.recordIds),
  }
}
