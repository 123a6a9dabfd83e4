import { stat } from 'node:fs/promises'
import { sql } from 'kysely'
import { isOurs, latestAnchors, readAnchorFile, type FoundAnchors } from '../modules/audit/index.ts'
import { applyErasures } from '../modules/people/index.ts'
import { audit } from '../platform/audit.ts'
import { inTenant, type Tx, type TxHost } from '../platform/db/transaction.ts'
import { PlainSentence } from '../platform/plain-sentence.ts'

/** What the anchors from outside told of one tenant of a restored place. */
export interface ToldByAnchors {
  code: string
  /** When the newest anchor was made that this key file made; null: there is none for the tenant. */
  newestAt: string | null
  /** Files that are damaged or were made under another key: nothing of them was believed. */
  disbelieved: number
  /** Persons erased outside of the backup's time, and erased again now. */
  erasedAgain: number
  /** Audit entries that the newest anchor knows and the backup does not have. */
  entriesMissing: number
  /** Chains whose entries are others than the anchor says, although the backup has them. */
  chainsDiffering: number
}

/** Refuses a path of anchors that is not there, before anything is restored. */
export async function mustBeThere(path: string): Promise<void> {
  if ((await stat(path).catch(() => null)) === null)
    throw new PlainSentence(`There is no anchor at ${path}: name the file or folder, or say --no-anchor.`)
}

/**
 * Brings what lies outside to a restored place: erases again whoever was erased since the backup, and compares its audit heads with the newest anchor.
 * `path` is an anchor or a folder of them; null: none is at hand, and every tenant's audit log says so. `host` works as the owner.
 */
export async function applyAnchors(
  host: TxHost,
  restore: { path: string | null; takenAt: Date },
): Promise<ToldByAnchors[]> {
  const { rows } = await host.pool.query<{ id: string; code: string }>(
    'select id, code from tenants order by code',
  )
  const told: ToldByAnchors[] = []
  for (const tenant of rows) {
    const found = await anchorsOf(restore.path, tenant)
    told.push(
      await inTenant(host, tenant.id, async (tx) => {
        const one = await applyToTenant(tx, tenant.code, found)
        await audit(tx, null, 'system.restored', {
          kind: 'tenant',
          id: tenant.id,
          organisationId: null,
          params: { takenAt: restore.takenAt.toISOString(), erased: one.erasedAgain, anchored: one.newestAt },
        })
        return one
      }),
    )
  }
  return told
}

async function anchorsOf(path: string | null, tenant: { id: string; code: string }): Promise<FoundAnchors> {
  if (path === null) return { anchors: [], damaged: [] }
  if ((await stat(path)).isDirectory()) return latestAnchors(path, tenant)
  const anchor = await readAnchorFile(path)
  return { anchors: anchor.tenant.id === tenant.id ? [anchor] : [], damaged: [] }
}

async function applyToTenant(tx: Tx, code: string, found: FoundAnchors): Promise<ToldByAnchors> {
  const ours = found.anchors.filter((anchor) => isOurs(tx.keys, anchor))
  const erased = new Set(ours.flatMap(({ erasures }) => erasures.map(({ personId }) => personId)))
  const unknown = await notYetErased(tx, [...erased])
  const [newest] = ours
  return {
    code,
    newestAt: newest?.madeAt ?? null,
    disbelieved: found.damaged.length + found.anchors.length - ours.length,
    erasedAgain: unknown.length === 0 ? 0 : await applyErasures(tx, unknown),
    ...(newest === undefined
      ? { entriesMissing: 0, chainsDiffering: 0 }
      : await compareHeads(tx, newest.heads)),
  }
}

async function notYetErased(tx: Tx, personIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id::text from unnest(${personIds}::uuid[]) e (id) where not exists (
      select from person_erasures p where p.tenant_id = ${tx.tenantId} and p.person_id = e.id)`.execute(tx)
  return rows.map(({ id }) => id)
}

async function compareHeads(
  tx: Tx,
  heads: readonly { chain: number; seq: number; hash: string }[],
): Promise<Pick<ToldByAnchors, 'entriesMissing' | 'chainsDiffering'>> {
  const { rows } = await sql<{ entriesMissing: number; chainsDiffering: number }>`
    select coalesce(sum(greatest(a.seq - coalesce(last.seq, 0), 0)), 0)::bigint as "entriesMissing",
      count(*) filter (where there.hash is not null and encode(there.hash, 'hex') <> a.hash) as "chainsDiffering"
    from unnest(${heads.map(({ chain }) => chain)}::smallint[], ${heads.map(({ seq }) => seq)}::bigint[],
      ${heads.map(({ hash }) => hash)}::text[]) a (chain, seq, hash)
    left join lateral (select max(seq) as seq from audit_entries e where e.tenant_id = ${tx.tenantId} and e.chain = a.chain) last on true
    left join audit_entries there on there.tenant_id = ${tx.tenantId} and there.chain = a.chain and there.seq = a.seq`.execute(
    tx,
  )
  return rows[0]!
}
