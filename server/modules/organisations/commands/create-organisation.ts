import { sql } from 'kysely'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/organisations.ts'
import type { Profile } from '#contract/organisation-shapes.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, refuse } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { isUnion, mayLead } from '../kinds.ts'
import { livesOf, mustBeDays, mustLiveOn } from '../life.ts'
import { mustReachOrganisations } from '../policy.ts'
import { insertOrganisations, rewriteProfiles, rewriteTies } from '../store.ts'
import { rebuildTree } from '../tree.ts'
import { beginTreeChange } from '../tree-change.ts'

type Input = InputOf<(typeof operations)['createOrganisation']>

/** Enters a new organisation below another, from a day in the past or in the future. A credit code that another organisation bears is a conflict. */
export async function createOrganisation(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<OutputOf<(typeof operations)['createOrganisation']>> {
  mustBeDays({ startsOn: input.startsOn, foundedOn: input.foundedOn })
  const work = await beginTreeChange(tx, actor, [input.parentId])
  await mustReachOrganisations(tx, { actor, permission: 'organisations.write' }, [input.parentId])
  const parent = work.heads.get(input.parentId)!
  if (!mayLead(parent.kind, input.kind))
    refuse('organisations.cannot_lead', { parentKind: parent.kind, childKind: input.kind })
  const parentLife = (await livesOf(tx, [input.parentId])).get(input.parentId)
  mustLiveOn(parentLife, input.startsOn)
  await mustBeNew(tx, input)

  const id = newId()
  const span = { startsOn: input.startsOn, endsBefore: null }
  const documentNo = input.documentNo ?? null
  await insertOrganisations(tx, work.stamp, [
    {
      id,
      kind: input.kind,
      unionType: isUnion(input.kind) ? (input.unionType ?? null) : null,
      twoNewType: input.kind === 'employer' ? (input.twoNewType ?? null) : null,
      statCode: input.statCode ?? null,
    },
  ])
  const value = { ...profileOf(input), documentNo, organisationId: id }
  await rewriteProfiles(tx, work.stamp, { supersede: [], insert: [{ ...span, value }] })
  const tie = { childId: id, parentId: input.parentId, kind: 'leads', documentNo }
  await rewriteTies(tx, work.stamp, { supersede: [], insert: [{ ...span, value: tie }] })
  await rebuildTree(tx, [id])
  await audit(tx, actor, 'organisations.created', {
    kind: 'organisation',
    id,
    organisationId: id,
    params: { parentId: input.parentId, startsOn: input.startsOn, organisationKind: input.kind },
  })
  return { organisationId: id, startsOn: input.startsOn }
}

/** A whole profile out of what was said; the rest is empty. */
export function profileOf(said: Partial<Profile> & { name: string }): Profile {
  return {
    name: said.name,
    uscc: said.uscc ?? null,
    divisionCode: said.divisionCode ?? null,
    street: said.street ?? null,
    address: said.address ?? null,
    postcode: said.postcode ?? null,
    industryCode: said.industryCode ?? null,
    employerNature: said.employerNature ?? null,
    foundedOn: said.foundedOn ?? null,
    foundedPrecision: said.foundedPrecision ?? (said.foundedOn ? 'day' : null),
    approvalNo: said.approvalNo ?? null,
    directPoint: said.directPoint ?? false,
    annualBudgetFen: said.annualBudgetFen ?? null,
    sixHaves: said.sixHaves ?? null,
  }
}

async function mustBeNew(tx: Tx, input: Input): Promise<void> {
  if (input.statCode !== undefined && (await hasStatCode(tx, input.statCode)))
    conflict('organisations.stat_code_taken', { statCode: input.statCode })
  const { rows } = await sql<{ name: string; by: string }>`
    select p.name, case when p.uscc = ${input.uscc ?? null} then 'uscc' else 'name' end as by
    from organisation_profiles p
    join organisations o on o.tenant_id = p.tenant_id and o.id = p.organisation_id
    left join affiliations a on a.tenant_id = p.tenant_id and a.child_id = o.id and a.kind = 'leads' and a.superseded_at is null and a.ends_before is null
    where p.tenant_id = ${tx.tenantId} and p.superseded_at is null and p.ends_before is null
      and (p.uscc = ${input.uscc ?? null} or (p.name = ${input.name} and o.kind = ${input.kind} and a.parent_id = ${input.parentId}))
    order by 2 desc limit 1`.execute(tx)
  const [same] = rows
  if (same?.by === 'uscc') conflict('organisations.uscc_taken', { name: same.name })
  if (same !== undefined) conflict('organisations.name_taken', { name: same.name })
}

async function hasStatCode(tx: Tx, statCode: string): Promise<boolean> {
  const row = await tx
    .selectFrom('organisations')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('stat_code', '=', statCode)
    .executeTakeFirst()
  return row !== undefined
}
