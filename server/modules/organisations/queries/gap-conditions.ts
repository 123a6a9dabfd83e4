import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { organisationGaps, type OrganisationGap } from '#contract/organisations.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { addDays } from '#server/platform/clock.ts'
import { holdsAt } from '#server/platform/db/moment.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { termEndAt, workersAt } from './columns.ts'

/** The numbers of the worklists as the rules have them on a day. */
export interface GapRules {
  committeeMembers: number
  reminderDays: readonly number[]
}

/** Reads the numbers: members from which a committee is due (A1), days before the end of a term (A5). */
export async function gapRules(tx: Tx, day: string): Promise<GapRules> {
  const committee = await ruleFor<number>(tx, 'union.committee_members', day)
  const reminders = await ruleFor<number[]>(tx, 'union.term_reminder_days', day)
  return { committeeMembers: committee.value, reminderDays: reminders.value.toSorted((a, b) => a - b) }
}

/** The days before the end of a term that a list stands for; null for other lists. The three lists do not overlap: each union stands in one. */
export function daysOf(gap: OrganisationGap, rules: GapRules): { after: number; until: number } | null {
  const [first = 30, second = 90, third = 180] = rules.reminderDays
  if (gap === 'term_ends_soon') return { after: -1, until: first }
  if (gap === 'term_ends_later') return { after: first, until: second }
  if (gap === 'term_ends_last') return { after: second, until: third }
  return null
}

/** What puts an organisation (`row`) into a worklist today. */
export function gapCondition(
  tx: Tx,
  actor: Actor,
  list: { gap: OrganisationGap; rules: GapRules },
): RawBuilder<SqlBool> {
  const moment = { asOf: actor.today, knownAt: null }
  const asked = { moment, now: true }
  const term = termEndAt(tx, asked, sql.ref('row.id'))
  const days = daysOf(list.gap, list.rules)
  // A term ends on the day before ends_before: that last day counts as 0 days to go.
  if (days !== null)
    return sql<SqlBool>`(${isCommitteeUnion} and ${term} - 1 > ${addDays(actor.today, days.after)}::date and ${term} - 1 <= ${addDays(actor.today, days.until)}::date)`
  switch (list.gap) {
    case 'no_union':
      return sql<SqlBool>`(row.kind = 'employer' and not exists (
        select from coverages v where v.tenant_id = ${tx.tenantId} and v.employer_id = row.id and ${holdsAt('v', moment)}))`
    case 'no_chair':
      return sql<SqlBool>`(${isCommitteeUnion} and not exists (
        select from appointments c where c.tenant_id = ${tx.tenantId} and c.organisation_id = row.id and c.post = 'union_chair' and ${holdsAt('c', moment)}))`
    case 'term_over':
      return sql<SqlBool>`(${isCommitteeUnion} and ${term} <= ${actor.today}::date)`
    case 'headcount_gap':
      return sql<SqlBool>`(row.kind = 'basic_union' and ${workersAt(tx, asked)} > ${ownMembers(tx)})`
    default:
      return sql<SqlBool>`(row.kind = 'basic_union' and ${ownMembers(tx)} >= ${list.rules.committeeMembers}
        and (row.union_type is not distinct from 'organiser_only' or ${term} is null))`
  }
}

/** All worklists, in the order of the screen. */
export const allGaps: readonly OrganisationGap[] = organisationGaps

// Whoever has a committee with a chair and a term.
const isCommitteeUnion = sql`row.kind in ('basic_union', 'union_association', 'street_federation')`

function ownMembers(tx: Tx): RawBuilder<number> {
  return sql<number>`(select coalesce(sum(c.members), 0) from union_member_counts c where c.tenant_id = ${tx.tenantId} and c.union_id = row.id)`
}
