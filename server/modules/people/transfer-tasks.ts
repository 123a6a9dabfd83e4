import { sql } from 'kysely'
import { createTasks, endTasksAbout, openTasksAbout, type NewTask } from '#server/modules/inbox/index.ts'
import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { lastStep } from './transfer-store.ts'

const toRelease = ['people.transfer_to_release', 'people.transfer_release_due'] as const
const toAccept = ['people.transfer_to_accept', 'people.transfer_accept_due'] as const

interface Handshake {
  id: string
  fromUnionId: string
  toUnionId: string
  toRelease: number
  toAccept: number
  dueOn: string | null
}

/**
 * Brings the inboxes of two unions in step with what their handshakes wait for: a task where an answer is wanted, none where it has been
 * given. Whoever writes steps calls it afterwards; `outcome` says how tasks end that nobody has to do any more.
 */
export async function keepTransferTasks(
  tx: Tx,
  author: Author,
  kept: { handshakeIds: readonly string[]; outcome: 'done' | 'overtaken' },
): Promise<void> {
  if (kept.handshakeIds.length === 0) return
  const handshakes = await waitingOf(tx, kept.handshakeIds)
  const open = await openTasksAbout(tx, kept.handshakeIds)
  const has = (id: string, kind: string) => open.some((task) => task.subjectId === id && task.kind === kind)
  const end = (kinds: readonly string[], over: (one: Handshake) => boolean) =>
    endTasksAbout(tx, author, {
      subjectIds: handshakes.filter(over).map(({ id }) => id),
      kinds,
      outcome: kept.outcome,
    })
  await end(toRelease, (one) => one.toRelease === 0)
  await end(toAccept, (one) => one.toAccept === 0)
  await createTasks(tx, author, [
    ...handshakes.filter((one) => one.toRelease > 0 && !has(one.id, toRelease[0])).map(releaseTask),
    ...handshakes.filter((one) => one.toAccept > 0 && !has(one.id, toAccept[0])).map(acceptTask),
  ])
}

/** Reminds the unions whose answer is due by a day; a handshake is reminded once for each answer. Returns how many were. */
export async function remindOfTransfers(tx: Tx, dueBy: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select distinct t.handshake_id as id from transfers t cross join lateral (${lastStep()}) last
    where t.tenant_id = ${tx.tenantId} and last.due_on <= ${dueBy}::date`.execute(tx)
  const ids = rows.map((row) => row.id)
  const open = await openTasksAbout(tx, ids)
  const has = (id: string, kind: string) => open.some((task) => task.subjectId === id && task.kind === kind)
  const handshakes = await waitingOf(tx, ids)
  const tasks = [
    ...handshakes
      .filter((one) => one.toRelease > 0 && !has(one.id, toRelease[1]))
      .map((one) => ({ ...releaseTask(one), kind: toRelease[1] })),
    ...handshakes
      .filter((one) => one.toAccept > 0 && !has(one.id, toAccept[1]))
      .map((one) => ({ ...acceptTask(one), kind: toAccept[1] })),
  ]
  await createTasks(tx, null, tasks)
  return tasks.length
}

/** Tells the unions that had asked how it ended, where it ended without them. */
export async function tellAskers(
  tx: Tx,
  author: Author,
  told: { kind: 'people.transfer_refused' | 'people.transfer_expired'; transferIds: readonly string[] },
): Promise<void> {
  const { rows } = await sql<{ id: string; union_id: string; count: number }>`
    select t.handshake_id as id, case t.asked_by when 'union_of_today' then t.from_union_id else t.to_union_id end as union_id,
      count(*)::int as count
    from transfers t where t.tenant_id = ${tx.tenantId} and t.id = any(${told.transferIds}::uuid[]) and t.asked_by <> 'person'
    group by 1, 2`.execute(tx)
  await createTasks(
    tx,
    author,
    rows.map((row) => ({
      kind: told.kind,
      organisationId: row.union_id,
      permission: 'people.write',
      subjectId: row.id,
      params: { count: row.count },
      dueOn: null,
    })),
  )
}

async function waitingOf(tx: Tx, handshakeIds: readonly string[]): Promise<Handshake[]> {
  const { rows } = await sql<Handshake>`
    select t.handshake_id as id, t.from_union_id as "fromUnionId", t.to_union_id as "toUnionId",
      count(*) filter (where last.step = 'requested')::int as "toRelease", count(*) filter (where last.step = 'released')::int as "toAccept",
      min(last.due_on) as "dueOn"
    from transfers t cross join lateral (${lastStep()}) last
    where t.tenant_id = ${tx.tenantId} and t.handshake_id = any(${handshakeIds}::uuid[])
    group by 1, 2, 3 order by 1`.execute(tx)
  return rows
}

function releaseTask(one: Handshake): NewTask {
  return {
    kind: 'people.transfer_to_release',
    organisationId: one.fromUnionId,
    permission: 'people.write',
    subjectId: one.id,
    params: { count: one.toRelease, toUnionId: one.toUnionId },
    dueOn: one.dueOn,
  }
}

function acceptTask(one: Handshake): NewTask {
  return {
    kind: 'people.transfer_to_accept',
    organisationId: one.toUnionId,
    permission: 'people.write',
    subjectId: one.id,
    params: { count: one.toAccept, fromUnionId: one.fromUnionId },
    dueOn: one.dueOn,
  }
}
