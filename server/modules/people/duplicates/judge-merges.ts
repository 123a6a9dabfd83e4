import { sql } from 'kysely'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { lockPersons } from '../memberships.ts'
import { mustReachPerson, type PersonRecords } from '../person-scope.ts'
import { familyRecords, personsInTransit } from '../transfer-store.ts'

/** Two records to be read as one: the kept one, and the one merged into it. */
export interface Pair {
  personId: string
  otherPersonId: string
}

/** A pair with what has to be known before it is merged. */
export interface JudgedPair extends Pair {
  /** The organisation that answers for the kept record. */
  organisationId: string
  name: string
  /** Code of the sentence why the two cannot be merged; null when they can. */
  code: string | null
  bothMembers: boolean
  /** Open accounts on either side: at most one may stay. */
  keptAccountId: string | null
  otherAccountId: string | null
  /** Posts the other record holds today. */
  appointments: number
}

/**
 * Judges pairs under lock, in the order they are given. Somebody out of reach makes the whole request "not found". A merge is one step deep:
 * a record that stands for others, or is read as another’s, has to be freed first.
 */
export async function judgeMerges(tx: Tx, actor: Actor, pairs: readonly Pair[]): Promise<JudgedPair[]> {
  const families = await familyRecords(
    tx,
    pairs.flatMap((pair) => [pair.personId, pair.otherPersonId]),
  )
  await lockPersons(tx, [...families.values()].flat())
  const judged: JudgedPair[] = []
  const merged = new Set<string>()
  const reach = { actor, permission: 'people.write' } as const
  for (const pair of pairs) {
    const kept = await mustReachPerson(tx, reach, pair.personId)
    const other = await mustReachPerson(tx, reach, pair.otherPersonId)
    const facts = await factsOf(tx, pair)
    const { sameDocument, separatePosts, ...known } = facts
    const chain = merged.has(pair.personId) || merged.has(pair.otherPersonId)
    const code = (await whyNot(tx, pair, { kept, other })) ?? (chain ? 'people.merge_chain' : null)
    judged.push({
      ...pair,
      ...known,
      organisationId: kept.organisationId,
      code:
        code ??
        (separatePosts ? 'people.merge_separate_posts' : null) ??
        (sameDocument ? null : 'people.merge_documents_differ'),
    })
    merged.add(pair.otherPersonId)
  }
  return judged
}

async function whyNot(
  tx: Tx,
  pair: Pair,
  { kept, other }: { kept: PersonRecords; other: PersonRecords },
): Promise<string | null> {
  if (kept.personId === other.personId) return 'people.merge_same'
  const freed = kept.personId === pair.personId && other.personId === pair.otherPersonId
  if (!freed || other.recordIds.length > 1) return 'people.merge_chain'
  const inTransit = await personsInTransit(tx, [pair.personId, pair.otherPersonId])
  return inTransit.size === 2 ? 'people.merge_two_transfers' : null
}

type Facts = Pick<
  JudgedPair,
  'name' | 'bothMembers' | 'keptAccountId' | 'otherAccountId' | 'appointments'
> & { sameDocument: boolean; separatePosts: boolean }

async function factsOf(tx: Tx, { personId, otherPersonId }: Pair): Promise<Facts> {
  const account = (
    id: string,
  ) => sql`(select a.id from accounts a where a.tenant_id = ${tx.tenantId} and a.person_id = ${id}
    and not exists (select from account_closures c where c.tenant_id = a.tenant_id and c.account_id = a.id))`
  // One person never holds two of the separate administrators' posts (三员分立), by a merge neither.
  const postsOf = (
    id: string,
  ) => sql`(select p.code, p.separation from appointments a join posts p on p.code = a.post
    where a.tenant_id = ${tx.tenantId} and a.person_id = ${id} and a.superseded_at is null and (a.ends_before is null or app_today() < a.ends_before))`
  const { rows } = await sql<Facts>`
    select kept.name, ${account(personId)} as "keptAccountId", ${account(otherPersonId)} as "otherAccountId",
      (select count(*) = 2 from member_index m where m.tenant_id = ${tx.tenantId} and m.person_id in (${personId}, ${otherPersonId})) as "bothMembers",
      (select count(*)::int from appointments a where a.tenant_id = ${tx.tenantId} and a.person_id = ${otherPersonId} and a.superseded_at is null
        and a.starts_on <= app_today() and (a.ends_before is null or app_today() < a.ends_before)) as appointments,
      -- Two citizen numbers that are both right and differ are two persons; two kinds of documents need not be.
      (kept.document_kind is distinct from other.document_kind or kept.document_hash is null or other.document_hash is null
        or kept.document_hash = other.document_hash) as "sameDocument",
      exists (select from ${postsOf(personId)} mine join ${postsOf(otherPersonId)} theirs
        on theirs.separation = mine.separation and theirs.code <> mine.code) as "separatePosts"
    from persons kept, persons other
    where kept.tenant_id = ${tx.tenantId} and kept.id = ${personId} and other.tenant_id = ${tx.tenantId} and other.id = ${otherPersonId}`.execute(
    tx,
  )
  return rows[0]!
}
