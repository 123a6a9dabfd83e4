import { sql } from 'kysely'
import type { operations } from '#contract/matchmaking-safety.ts'
import type { OutputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { keyOf, selfOf } from '../../entry/self.ts'
import { openLabel } from '../labels.ts'
import { openWords } from '../seals.ts'
import { blocksOf } from '../store.ts'

/** Whom one has blocked, as they were shown when one did; what they are called since then is not told. */
export async function listOwnBlocks(
  tx: Tx,
  actor: Actor,
): Promise<OutputOf<(typeof operations)['listOwnBlocks']>> {
  const { personId } = await selfOf(tx, actor)
  const blocks = await blocksOf(tx, personId)
  if (blocks.length === 0) return { items: [] }
  const key = await keyOf(tx, personId)
  return {
    items: blocks.map((block) => {
      const label = openLabel(key, block.labelCipher)
      return {
        id: block.id,
        nickname: label?.nickname ?? null,
        badgeNo: label?.badgeNo ?? null,
        blockedAt: block.blockedAt.toISOString(),
      }
    }),
  }
}

type Reports = OutputOf<(typeof operations)['listOwnReports']>
type Row = Omit<Reports['items'][number], 'reportedAt' | 'answer'> & {
  reportedAt: Date
  sealedAnswer: Buffer | null
}

/** One's own reports, the latest first, with the answer once they are decided. */
export async function listOwnReports(tx: Tx, actor: Actor): Promise<Reports> {
  const { recordIds } = await selfOf(tx, actor)
  const { rows } = await sql<Row>`
    select r.id, r.kind, coalesce(d.decision, 'waiting') as state, r.reported_at as "reportedAt", r.due_on as "dueOn", d.sealed_answer as "sealedAnswer"
    from person_reports r left join person_report_decisions d on d.tenant_id = r.tenant_id and d.report_id = r.id
    where r.tenant_id = ${tx.tenantId} and r.reporter_id = any(${recordIds}::uuid[]) order by r.reported_at desc, r.id`.execute(
    tx,
  )
  return {
    items: rows.map(({ sealedAnswer, reportedAt, ...row }) => ({
      ...row,
      reportedAt: reportedAt.toISOString(),
      answer: openWords(tx, sealedAnswer),
    })),
  }
}
