import { sql } from 'kysely'
import type { AttestationRow, operations } from '#contract/matchmaking-entry.ts'
import type { InputOf } from '#contract/operation.ts'
import { inScope } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { addDays } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'

/** What a unit was asked and said. */
export interface Attestation {
  id: string
  personId: string
  unionId: string
  requestedAt: Date
  answer: 'attested' | 'not_member' | 'not_employed' | null
  answeredAt: Date | null
}

/** The union a person is a full member of today; undefined when there is none. */
export async function unionOfToday(
  tx: Tx,
  personId: string,
): Promise<{ unionId: string; name: string } | undefined> {
  const { rows } = await sql<{ unionId: string; name: string }>`
    select m.union_id as "unionId", o.name from member_index m
    left join organisation_profiles o on o.tenant_id = m.tenant_id and o.organisation_id = m.union_id and o.superseded_at is null and o.ends_before is null
    where m.tenant_id = ${tx.tenantId} and m.person_id = ${personId} and m.kind = 'member'`.execute(tx)
  return rows[0]
}

/** What a person last asked this union, and its answer. */
export async function latestAttestation(
  tx: Tx,
  personId: string,
  unionId: string,
): Promise<Attestation | undefined> {
  const { rows } = await sql<Attestation>`
    select ${columns} from eligibility_attestations t left join attestation_answers s on s.tenant_id = t.tenant_id and s.attestation_id = t.id
    where t.tenant_id = ${tx.tenantId} and t.person_id = ${personId} and t.union_id = ${unionId} order by t.requested_at desc, t.id desc limit 1`.execute(
    tx,
  )
  return rows[0]
}

/** A request with its answer; undefined when there is none. */
export async function findAttestation(tx: Tx, id: string): Promise<Attestation | undefined> {
  const { rows } = await sql<Attestation>`
    select ${columns} from eligibility_attestations t left join attestation_answers s on s.tenant_id = t.tenant_id and s.attestation_id = t.id
    where t.tenant_id = ${tx.tenantId} and t.id = ${id}`.execute(tx)
  return rows[0]
}

const columns = sql`t.id, t.person_id as "personId", t.union_id as "unionId", t.requested_at as "requestedAt", s.answer, s.answered_at as "answeredAt"`

/** Who waits for a unit within scope to attest, the longest first: name, member since, employed since. Nothing of matchmaking stands here. */
export async function listAttestations(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listAttestations']>,
): Promise<{ items: AttestationRow[]; nextCursor: string | null; total: number }> {
  const limit = input.limit ?? 50
  const [after] = readCursor(input.cursor, [''])
  const days = await ruleFor<number>(tx, 'matchmaking.attest_days', actor.today)
  const { rows } = await sql<
    Omit<AttestationRow, 'requestedAt' | 'dueOn'> & { requestedAt: Date; askedOn: string }
  >`
    select t.id, t.union_id as "organisationId", o.name as "unionName", p.name, ms.starts_on as "memberSince", e.name as "employerName",
      e.starts_on as "employedSince", t.requested_at as "requestedAt", (t.requested_at at time zone 'Asia/Shanghai')::date as "askedOn"
    from eligibility_attestations t
    join persons p on p.tenant_id = t.tenant_id and p.id = t.person_id
    join member_index m on m.tenant_id = t.tenant_id and m.person_id = t.person_id and m.union_id = t.union_id and m.kind = 'member'
    join memberships ms on ms.tenant_id = m.tenant_id and ms.id = m.membership_id
    left join organisation_profiles o on o.tenant_id = t.tenant_id and o.organisation_id = t.union_id and o.superseded_at is null and o.ends_before is null
    left join lateral (
      select w.starts_on, coalesce(n.name, w.platform_name) as name from employments w
      left join organisation_profiles n on n.tenant_id = w.tenant_id and n.organisation_id = w.employer_id and n.superseded_at is null
        and n.ends_before is null
      where w.tenant_id = t.tenant_id and w.person_id = t.person_id and w.superseded_at is null and w.starts_on <= app_today()
        and (w.ends_before is null or app_today() < w.ends_before) order by w.starts_on limit 1) e on true
    where t.tenant_id = ${tx.tenantId} and not exists (
      select from attestation_answers s where s.tenant_id = t.tenant_id and s.attestation_id = t.id)
      and ${inScope(tx, { actor, permission: 'matchmaking.attest' }, sql.ref('t.union_id'))}
    order by t.id`.execute(tx)
  const left = rows.filter((row) => after === '' || row.id > after!)
  const items = left.slice(0, limit).map(({ askedOn, requestedAt, ...row }) => ({
    ...row,
    unionName: row.unionName ?? '',
    requestedAt: requestedAt.toISOString(),
    dueOn: addDays(askedOn, days.value),
  }))
  return {
    items,
    nextCursor: left.length > limit ? writeCursor([items.at(-1)!.id]) : null,
    total: rows.length,
  }
}
