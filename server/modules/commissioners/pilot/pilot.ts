import { sql, type RawBuilder } from 'kysely'
import type { operations, PilotRow } from '#contract/commissioners-pilot.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { inScope, lastName, mustHave } from '#server/modules/access/index.ts'
import type { Permission } from '#contract/permissions.ts'
import { ruleFor, type Rule } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { factsOf, heldGrades } from './facts.ts'
import { nextGrade, requirementsOf, type GradeRule, type PilotFacts } from './rules.ts'

/** Somebody of the pilot with what the next step rests on. */
export interface InPilot {
  personId: string
  row: PilotRow
  facts: PilotFacts
}

/** The full-time commissioners within scope, by name: their grade and what the next asks for. */
export async function listPilot(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listPilot']>,
): Promise<OutputOf<(typeof operations)['listPilot']>> {
  const words = `%${(input.q ?? '').trim().replace(/[\\%_]/g, String.raw`\$&`)}%`
  const rule = await pilotRule(tx, actor.today)
  const all = await pilotWhere(
    tx,
    { actor, permission: 'commissioners.read' },
    {
      condition: sql`p.name like ${words}`,
      rule,
    },
  )
  const items = all
    .map(({ row }) => row)
    .filter(({ next }) => input.state === undefined || (next?.ready ?? false) === (input.state === 'ready'))
  return { items, source: rule.source, total: items.length }
}

/** The grades of the pilot as the rule has them on a day. */
export function pilotRule(tx: Tx, day: string): Promise<Rule<GradeRule[]>> {
  return ruleFor<GradeRule[]>(tx, 'commissioners.pilot_grades', day)
}

/** Whoever serves full-time within scope and meets a condition on the post `c` or the person `p`, once each. */
export async function pilotWhere(
  tx: Tx,
  reach: { actor: Actor; permission: Permission },
  { condition, rule }: { condition: RawBuilder<unknown>; rule: Rule<GradeRule[]> },
): Promise<InPilot[]> {
  mustHave(reach.actor, reach.permission)
  const { rows } = await sql<{
    personId: string
    appointmentId: string
    name: string
    id: string
    at: string
  }>`
    select distinct on (p.name collate "C", p.id) p.id as "personId", c.appointment_id as "appointmentId", p.name, c.organisation_id as id, o.name as at
    from appointments c
    left join person_aliases r on r.tenant_id = c.tenant_id and r.alias_id = c.person_id and r.undone_at is null
    join persons p on p.tenant_id = c.tenant_id and p.id = coalesce(r.person_id, c.person_id)
    cross join lateral (${lastName(tx, sql.ref('c.organisation_id'))}) o
    where c.tenant_id = ${tx.tenantId} and c.post = 'commissioner' and c.full_time and c.superseded_at is null and c.substitutes_id is null
      and c.starts_on <= app_today() and (c.ends_before is null or app_today() < c.ends_before)
      and ${inScope(tx, reach, sql.ref('c.organisation_id'))} and ${condition}
    order by p.name collate "C", p.id, c.starts_on limit 500`.execute(tx)
  const personIds = rows.map(({ personId }) => personId)
  const held = await heldGrades(tx, personIds)
  const known = await factsOf(tx, personIds, { day: reach.actor.today, held })
  return rows.map(({ personId, appointmentId, name, id, at }) => {
    const has = held.get(personId)
    const facts = known.get(personId)!
    const grade = nextGrade(rule.value, has?.grade ?? null)
    const requirements = grade === undefined ? [] : requirementsOf(grade, facts)
    return {
      personId,
      facts,
      row: {
        appointmentId,
        name,
        organisation: { id, name: at },
        grade: has?.grade ?? null,
        grantedOn: has?.grantedOn ?? null,
        documentNo: has?.documentNo ?? null,
        next:
          grade === undefined
            ? null
            : { grade: grade.code, requirements, ready: requirements.every(({ met }) => met) },
      },
    }
  })
}
