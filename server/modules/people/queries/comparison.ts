import { sql } from 'kysely'
import type { MergeComparison } from '#contract/people-records.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { mustReachPerson, type PersonRecords } from '../person-scope.ts'
import { maskDocument, maskMobile } from '../rules/masks.ts'
import { personData, type PersonInClear } from './person-data.ts'

type Side = MergeComparison['kept']

const compared = [
  'name',
  'sex',
  'birthDate',
  'ethnicGroup',
  'politicalAffiliation',
  'educationLevel',
  'householdType',
  'migrantWorker',
  'document',
  'mobile',
] as const

/** What stands on two records that may be one person: side by side, and which fields say different things. */
export async function compareMembers(
  tx: Tx,
  actor: Actor,
  input: { personId: string; otherPersonId: string },
): Promise<MergeComparison> {
  const reach = { actor, permission: 'people.write' } as const
  const kept = await sideOf(tx, await mustReachPerson(tx, reach, input.personId))
  const other = await sideOf(tx, await mustReachPerson(tx, reach, input.otherPersonId))
  return {
    kept: kept.side,
    other: other.side,
    differing: compared.filter((field) => differs(kept.clear[field], other.clear[field])),
    bothMembers: kept.side.currentUnionName !== null && other.side.currentUnionName !== null,
  }
}

function differs(one: unknown, another: unknown): boolean {
  return one !== null && another !== null && one !== another
}

interface Counts {
  memberships: number
  employments: number
  cards: number
  appointments: number
  hasAccount: boolean
  currentUnionName: string | null
}

async function sideOf(tx: Tx, records: PersonRecords): Promise<{ side: Side; clear: PersonInClear }> {
  const clear = await personData(tx, records.personId)
  const of = (table: string) =>
    sql`(select count(*)::int from ${sql.table(table)} x where x.tenant_id = ${tx.tenantId} and x.person_id = any(${records.recordIds}::uuid[]) and x.superseded_at is null)`
  const { rows } = await sql<Counts>`
    select ${of('memberships')} as memberships, ${of('employments')} as employments, ${of('service_cards')} as cards, ${of('appointments')} as appointments,
      exists (select from accounts a where a.tenant_id = ${tx.tenantId} and a.person_id = any(${records.recordIds}::uuid[])) as "hasAccount",
      (select o.name from member_index m join organisation_profiles o on o.tenant_id = m.tenant_id and o.organisation_id = m.union_id
        and o.superseded_at is null and o.ends_before is null
        where m.tenant_id = ${tx.tenantId} and m.person_id = ${records.personId}) as "currentUnionName"`.execute(
    tx,
  )
  return {
    clear,
    side: {
      ...clear,
      ...rows[0]!,
      document: clear.document === null ? null : maskDocument(clear.document),
      mobile: clear.mobile === null ? null : maskMobile(clear.mobile),
    },
  }
}
