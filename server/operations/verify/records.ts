import { statSync } from 'node:fs'
import { sql } from 'kysely'
import { modules } from '../../app.ts'
import { checkContents } from '../../modules/attachments/index.ts'
import { latestAnchors, readAnchorFile, verifyChains, type FoundAnchors } from '../../modules/audit/index.ts'
import { figureDifferences } from '../../modules/measures/index.ts'
import { today } from '../../platform/clock.ts'
import { deriveKey } from '../../platform/crypto.ts'
import { openFile } from '../../platform/files/index.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fromRows, type TenantCheck } from './check.ts'

/** No audit entry was changed, removed, exchanged, cut off or written anew, as far as seals and anchors from outside reach. */
export const auditChains: TenantCheck = {
  name: 'audit chains',
  async run(tx, place) {
    const found = await verifyChains(tx, await anchorsOf(tx, place.anchors), async () => {})
    const rows = [
      ...found.broken.map(
        ({ chain, seq, problem }) => `chain ${chain}, entry ${seq}: ${problem} does not fit`,
      ),
      ...found.brokenSeals.map(({ number, problem }) => `seal ${number}: ${problem} does not fit`),
      ...found.brokenAnchors.map(({ number, problem }) => `anchor ${number}: ${problem} does not fit`),
    ].map((what) => ({ what }))
    const covered = `sealed until ${found.sealedUntil ?? 'never'}, anchored outside until ${found.anchoredUntil ?? 'unknown (no anchor at hand)'}`
    return fromRows(`${found.entries} entries in ${found.chains} chains, ${covered}`, rows)
  },
}

async function anchorsOf(tx: Tx, path: string | null): Promise<FoundAnchors> {
  if (path === null) return { anchors: [], damaged: [] }
  if (statSync(path, { throwIfNoEntry: false })?.isFile())
    return { anchors: [await readAnchorFile(path)], damaged: [] }
  const tenant = await tx
    .selectFrom('tenants')
    .select(['id', 'code'])
    .where('id', '=', tx.tenantId)
    .executeTakeFirstOrThrow()
  return latestAnchors(path, tenant)
}

/** Every figure equals its rows: each row counts somewhere in the tree, so that the figures of all organisations add up to it. */
export const figures: TenantCheck = {
  name: 'figures equal their rows',
  async run(tx) {
    const moment = { asOf: await today(tx), knownAt: null }
    const seen: string[] = []
    const wrong: { what: string }[] = []
    for (const measure of modules.flatMap((module) => module.measures ?? [])) {
      const { rows } = await sql<{ total: number; placed: number }>`
        select coalesce(sum(r.value), 0)::bigint as total,
          coalesce(sum(r.value) filter (where exists (select from organisation_tree t where t.tenant_id = ${tx.tenantId}
            and t.descendant_id = r.organisation_id and t.depth = 0 and t.starts_on <= ${moment.asOf}::date
            and (t.ends_before is null or ${moment.asOf}::date < t.ends_before))), 0)::bigint as placed
        from (${measure.rows(tx, moment)}) r`.execute(tx)
      const { total, placed } = rows[0]!
      seen.push(`${measure.name} ${total}`)
      if (total !== placed)
        wrong.push({ what: `${measure.name}: ${total - placed} of ${total} count nowhere in the tree` })
    }
    return fromRows(seen.join(', '), wrong)
  },
}

/** The kept sums behind home pages are what a recount comes to. */
export const figureSums: TenantCheck = {
  name: 'kept figures equal a recount',
  async run(tx) {
    const { rows } = await sql<{ sums: number }>`
      select count(*)::int as sums from figure_sums where tenant_id = ${tx.tenantId}`.execute(tx)
    const found = await figureDifferences(
      tx,
      modules.flatMap((module) => module.measures ?? []),
    )
    return fromRows(`${rows[0]!.sums} sums`, found)
  },
}

/** Every uploaded sheet that was not removed and every attachment that a row names lies in its place and is what it was. */
export const attachments: TenantCheck = {
  name: 'attachments',
  async run(tx, place) {
    const { rows } = await sql<{ sha256: string }>`
      select distinct i.file_sha256 as sha256 from imports i where i.tenant_id = ${tx.tenantId}
        and not exists (select from import_file_removals f where f.tenant_id = i.tenant_id and f.import_id = i.id) order by 1`.execute(
      tx,
    )
    const store = { dataFolder: place.dataFolder, key: deriveKey(place.keys, `files ${tx.tenantId}`) }
    for (const { sha256 } of rows) {
      const problem = await openFile(store, sha256).then(
        () => null,
        (error: Error) => error.message,
      )
      if (problem !== null)
        return { looked: `${rows.length} files`, difference: `file ${sha256}: ${problem}` }
    }
    const { files, problem } = await checkContents(tx, place)
    return { looked: `${rows.length + files} files`, difference: problem }
  },
}
