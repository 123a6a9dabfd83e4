import { listMembers } from '#server/modules/people/queries/members.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { MasterKeys } from '#server/platform/crypto.ts'
import { openPool } from '#server/platform/db/pool.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import type { MemberData } from './data.ts'

/** The statement the product sends for a search, and where in its values the search and the street stand. */
export interface SearchStatement {
  text: string
  values: unknown[]
  places: { tokens: number[]; organisation: number[]; scope: number[] }
}

/** Listens to the product while it answers one search, so that bare and pgbench run exactly the same statement. */
export async function searchStatement(
  databaseUrl: string,
  keys: MasterKeys,
  data: MemberData,
): Promise<SearchStatement> {
  const pool = openPool({ url: databaseUrl, connections: 1 })
  const streetId = data.officers[0]!.streetId
  let sent: { text: string; values: unknown[] } | undefined
  await inTenant({ pool, keys }, data.tenantId, async (tx) => {
    const { client } = tx
    const query = client.query.bind(client) as (config: unknown) => Promise<unknown>
    Object.assign(client, {
      query: (config: { text: string; values: unknown[] }) => {
        if (config.text?.includes('member_index')) sent = config
        return query(config)
      },
    })
    await listMembers(tx, officerOf(data.tenantId, streetId), {
      organisationId: streetId,
      includeSubtree: true,
      q: '王伟',
      limit: 20,
    })
    Object.assign(client, { query })
  })
  await pool.end()
  if (sent === undefined) throw new Error('the product sent no search')
  const { text, values } = sent
  const where = (fits: (value: unknown) => boolean) =>
    values.flatMap((value, at) => (fits(value) ? [at] : []))
  return {
    text,
    values,
    places: {
      tokens: where((value) => Array.isArray(value) && typeof value[0] === 'number'),
      organisation: where((value) => value === streetId),
      scope: where((value) => Array.isArray(value) && value[0] === streetId),
    },
  }
}

function officerOf(tenantId: string, streetId: string): Actor {
  const today = new Date().toISOString().slice(0, 10)
  const grant = {
    reach: 'subtree',
    organisationId: streetId,
    source: 'post',
    startsOn: '2020-01-01',
    endsBefore: null,
    delegationId: null,
  } as const
  return {
    tenantId,
    sessionId: tenantId,
    accountId: tenantId,
    personId: tenantId,
    appointment: null,
    grants: [{ permission: 'people.read', ...grant }],
    tokenId: null,
    today,
    signInDue: null,
  }
}
