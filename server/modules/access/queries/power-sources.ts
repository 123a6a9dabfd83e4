import { sql } from 'kysely'
import type { PowerSource } from '#contract/access.ts'
import type { ActingAs, Grant } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { lastName } from './delegations.ts'

type Holder = Pick<ActingAs, 'post' | 'organisationName' | 'acting'>

/** What each grant of an appointment rests on, in terms a sentence can be made of; in the order of the grants. */
export async function describeGrants(
  tx: Tx,
  { appointment, grants }: { appointment: Holder | null; grants: readonly Grant[] },
): Promise<PowerSource[]> {
  const names = await namesOf(tx, grants)
  const documents = await documentsOf(tx, { post: appointment?.post ?? null, grants })
  const givers = await giversOf(tx, grants)
  return grants.map((grant) => {
    const common = {
      scope: grant.reach,
      scopeOrganisationName: names.get(grant.organisationId) ?? '',
      endsBefore: grant.endsBefore,
      source: grant.source,
    }
    if (grant.source === 'person' || appointment === null) return { ...common, ...everybodys }
    const { post, organisationName, acting } = appointment
    const held = { ...common, post, organisationName, acting, startsOn: grant.startsOn }
    const given = grant.delegationId === null ? undefined : givers.get(grant.delegationId)
    if (given !== undefined) return { ...held, document: given.documentNo, delegatedBy: given.giver }
    return { ...held, document: documents.get(grant.permission) ?? null, delegatedBy: null }
  })
}

// What everybody may do with their own data rests on no post.
const everybodys = {
  post: '',
  organisationName: '',
  acting: false,
  startsOn: null,
  document: null,
  delegatedBy: null,
} as const

async function namesOf(tx: Tx, grants: readonly Grant[]): Promise<Map<string, string>> {
  const ids = [...new Set(grants.map((grant) => grant.organisationId).filter((id) => id !== ''))]
  const { rows } = await sql<{ id: string; name: string }>`
    select o.id, at.name from organisations o cross join lateral (${lastName(tx, sql.ref('o.id'))}) at
    where o.tenant_id = ${tx.tenantId} and o.id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** The document each power of a post comes from. */
async function documentsOf(
  tx: Tx,
  asked: { post: string | null; grants: readonly Grant[] },
): Promise<Map<string, string>> {
  const named = asked.grants.filter((grant) => grant.source === 'post').map((grant) => grant.permission)
  const { rows } = await sql<{ permission: string; document: string }>`
    select permission, document from post_grants where post = ${asked.post} and permission = any(${named}::text[])
    order by starts_on`.execute(tx)
  return new Map(rows.map((row) => [row.permission, row.document]))
}

interface Giver {
  documentNo: string | null
  giver: { post: string; organisationName: string }
}

async function giversOf(tx: Tx, grants: readonly Grant[]): Promise<Map<string, Giver>> {
  const ids = [...new Set(grants.map((grant) => grant.delegationId).filter((id) => id !== null))]
  const { rows } = await sql<Giver & { id: string }>`
    select d.id, d.document_no as "documentNo", jsonb_build_object('post', a.post, 'organisationName', at.name) as giver
    from delegations d
    join appointments a on a.tenant_id = d.tenant_id and a.appointment_id = d.giver_id and a.superseded_at is null
    cross join lateral (${lastName(tx, sql.ref('a.organisation_id'))}) at
    where d.tenant_id = ${tx.tenantId} and d.id = any(${ids}::uuid[])`.execute(tx)
  return new Map(rows.map(({ id, ...giver }) => [id, giver]))
}
