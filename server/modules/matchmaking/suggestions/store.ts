import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Exposure } from './rules/exposure.ts'

/** The week of a list and how evenly it was shared out. */
export interface NewWeek {
  weekOn: string
  modelId: string | null
  most: number
  ruleVersion: string
  pairs: number
  people: { male: number; female: number }
  exposure: { male: Exposure; female: Exposure }
}

/** Writes that a week's lists were made. False when somebody was faster: then nothing of this run may stand. */
export async function insertWeek(tx: Tx, week: NewWeek): Promise<boolean> {
  const { male, female } = week.exposure
  const { numAffectedRows } = await sql`
    insert into suggestion_weeks (tenant_id, week_on, model_id, most, rule_version, pairs, men, women, men_with_partners, women_with_partners,
      men_never_shown, women_never_shown, men_gini, women_gini, men_least, men_most, women_least, women_most)
    values (${tx.tenantId}, ${week.weekOn}, ${week.modelId}, ${week.most}, ${week.ruleVersion}, ${week.pairs}, ${week.people.male}, ${week.people.female},
      ${male.people}, ${female.people}, ${male.neverShown}, ${female.neverShown}, ${male.gini}, ${female.gini}, ${male.least}, ${male.most},
      ${female.least}, ${female.most})
    on conflict (tenant_id, week_on) do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** Writes a new model. */
export async function insertModel(
  tx: Tx,
  model: { id: string; events: number; meetings: number; persons: number; ruleVersion: string },
): Promise<void> {
  await sql`insert into suggestion_models (tenant_id, id, events, meetings, persons, rule_version)
    values (${tx.tenantId}, ${model.id}, ${model.events}, ${model.meetings}, ${model.persons}, ${model.ruleVersion})`.execute(
    tx,
  )
}

/** Writes the sealed levels of persons in place of those of earlier models; who is not among them keeps what there is. */
export async function saveLevels(
  tx: Tx,
  modelId: string,
  levels: readonly { personId: string; sealed: Buffer }[],
): Promise<void> {
  await sql`insert into suggestion_levels (tenant_id, person_id, model_id, sealed)
    select ${tx.tenantId}, made.person_id, ${modelId}, made.sealed
    from unnest(${levels.map((each) => each.personId)}::uuid[], ${levels.map((each) => each.sealed)}::bytea[]) as made (person_id, sealed)
    on conflict (tenant_id, person_id) do update set model_id = excluded.model_id, sealed = excluded.sealed`.execute(
    tx,
  )
}
