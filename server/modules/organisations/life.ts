import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, invalid, refuse } from '#server/platform/errors.ts'
import { isRealDay, type Span } from './rules.ts'

/** From when to when an organisation exists, its last name, and whether its ending is recorded. */
export interface Life extends Span {
  name: string
  hasEnding: boolean
}

/** The lives of organisations as known now; what was entered and undone has none. */
export async function livesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Life>> {
  const { rows } = await sql<Life & { id: string }>`
    select p.organisation_id as id, min(p.starts_on) as "startsOn", nullif(max(coalesce(p.ends_before, 'infinity'::date)), 'infinity'::date) as "endsBefore",
      (array_agg(p.name order by p.starts_on desc))[1] as name,
      exists (select from organisation_endings e where e.tenant_id = ${tx.tenantId} and e.organisation_id = p.organisation_id and e.superseded_at is null) as "hasEnding"
    from organisation_profiles p
    where p.tenant_id = ${tx.tenantId} and p.organisation_id = any(${ids}::uuid[]) and p.superseded_at is null
    group by p.organisation_id`.execute(tx)
  return new Map(rows.map(({ id, ...life }) => [id, life]))
}

/** Refuses a day on which the organisation does not exist. */
export function mustLiveOn(life: Life | undefined, day: string): void {
  if (life === undefined) refuse('organisations.undone')
  if (day < life.startsOn) refuse('organisations.not_yet', { name: life.name, startsOn: life.startsOn })
  if (life.endsBefore !== null && day >= life.endsBefore)
    refuse('organisations.ended', { name: life.name, endedOn: life.endsBefore })
}

/** Refuses to end what has ended already (409), or on or before its first day. */
export function mustBeEndable(life: Life | undefined, day: string): void {
  if (life === undefined) refuse('organisations.undone')
  if (life.hasEnding) conflict('organisations.already_ended', { name: life.name })
  if (day <= life.startsOn) refuse('organisations.not_yet', { name: life.name, startsOn: life.startsOn })
}

/** Days that do not exist are wrong fields (400), all at once. */
export function mustBeDays(days: Record<string, string | null | undefined>): void {
  const wrong = Object.entries(days).filter(([, day]) => typeof day === 'string' && !isRealDay(day))
  if (wrong.length > 0) invalid(wrong.map(([path]) => ({ path, code: 'field.format' })))
}
