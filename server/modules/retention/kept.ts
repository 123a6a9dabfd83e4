import { sql } from 'kysely'
import { removeSentAlong } from '#server/modules/approvals/index.ts'
import { erasePerson } from '#server/modules/people/index.ts'
import { countOldFiles, removeOldFiles } from '#server/modules/roster/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { enqueueJob } from '#server/platform/jobs.ts'

/** What is kept for a time: the rule that says how long, how many rows are due, and what removes them. Without `remove` nothing is ever deleted. */
export interface Kept {
  rule: string
  due?: (tx: Tx, beforeDay: string) => Promise<number>
  remove?: (tx: Tx, beforeDay: string) => Promise<number>
}

/** Everything with a rule of its own, in the order of the page. The days of instants are those of Asia/Shanghai. */
export const kept: readonly Kept[] = [
  // Append-only for the product's own role: entries leave with old backups and by the owner of the database alone.
  { rule: 'retention.audit_entries' },
  { rule: 'retention.assessments' },
  rows('retention.reveals', ['delete from reveals x where'], 'reveals x where', 'x.revealed_at'),
  rows('retention.card_checks', ['delete from card_checks x where'], 'card_checks x where', 'x.checked_at'),
  rows(
    'retention.member_exports',
    [
      'delete from member_export_rows r using member_exports x where r.tenant_id = x.tenant_id and r.export_id = x.id and',
      'delete from member_exports x where',
    ],
    'member_exports x where',
    'x.recorded_at',
  ),
  rows(
    'retention.import_rows',
    [
      `delete from import_leavers r using imports x where r.tenant_id = x.tenant_id and r.import_id = x.id and ${ended()} and`,
      `delete from import_changes r using imports x where r.tenant_id = x.tenant_id and r.import_id = x.id and ${ended()} and`,
      `delete from import_rows r using imports x where r.tenant_id = x.tenant_id and r.import_id = x.id and ${ended()} and`,
    ],
    `import_rows r join imports x on r.tenant_id = x.tenant_id and r.import_id = x.id where ${ended()} and`,
    'x.created_at',
  ),
  // After the rows: a file goes with them at the latest. The roster deletes it from the disk later in the same night.
  { rule: 'retention.import_files', due: countOldFiles, remove: removeOldFiles },
  {
    rule: 'retention.corrections',
    due: async (tx, day) => (await correctionsOverBefore(tx, day)).length,
    remove: removeCorrections,
  },
  {
    rule: 'retention.ended_tasks',
    due: (tx, day) =>
      counted(
        tx,
        sql`select count(*)::int as n from inbox_task_endings x where x.tenant_id = ${tx.tenantId} and ${dayOf('x.ended_at')} < ${day}::date`,
      ),
    remove: removeEndedTasks,
  },
  // Who came and what the papers say; the counted result stays with the election.
  ballotPapers(),
  rows('retention.expired_sessions', ['delete from sessions x where'], 'sessions x where', 'x.expires_at'),
  {
    rule: 'retention.invited_persons',
    due: async (tx, day) => (await invitedBefore(tx, day)).length,
    remove: eraseInvited,
  },
]

function ballotPapers(): Kept {
  const papers = rows(
    'retention.ballot_papers',
    ['paper_collections', 'paper_entries'].map(
      (table) =>
        `delete from ${table} p using election_steps x where p.tenant_id = x.tenant_id and p.election_id = x.election_id and x.step = 'confirmed' and`,
    ),
    `paper_entries p join election_steps x on p.tenant_id = x.tenant_id and p.election_id = x.election_id where x.step = 'confirmed' and`,
    'x.taken_at',
  )
  return {
    rule: papers.rule,
    due: async (tx, day) => (await papers.due!(tx, day)) + (await phoneVotesOverBefore(tx, day)).length,
    remove: async (tx, day) => (await papers.remove!(tx, day)) + (await orderDestructions(tx, day)),
  }
}

/** Votes by phone whose election was confirmed before a day, or which stand by themselves and were over before it, and which are not destroyed yet. */
async function phoneVotesOverBefore(tx: Tx, beforeDay: string): Promise<string[]> {
  const { rows: over } = await sql<{ id: string }>`
    select v.id from phone_votes v cross join lateral (
      select s.taken_at from election_steps s where s.tenant_id = v.tenant_id and s.election_id = v.election_id and s.step = 'confirmed'
      union all
      select s.taken_at from phone_vote_steps s where s.tenant_id = v.tenant_id and s.vote_id = v.id and s.step in ('counted', 'voided') and v.election_id is null) x
    where v.tenant_id = ${tx.tenantId} and ${dayOf('x.taken_at')} < ${beforeDay}::date and not exists (
      select from phone_vote_destructions d where d.tenant_id = v.tenant_id and d.vote_id = v.id and d.ended_at is not null)
    order by v.id`.execute(tx)
  return over.map((row) => row.id)
}

// The urn is never in a transaction with the roll: a job for each vote empties it after this run, and what failed is ordered again the next night.
async function orderDestructions(tx: Tx, beforeDay: string): Promise<number> {
  const ids = await phoneVotesOverBefore(tx, beforeDay)
  for (const voteId of ids) await enqueueJob(tx, null, { kind: 'phone_votes.destroy', payload: { voteId } })
  return ids.length
}

function ended(): string {
  return `x.state in ('committed', 'undone', 'refused', 'failed')`
}

/** Rows whose instant lies before a day; the last statement is the one that counts. */
function rows(rule: string, removals: readonly string[], from: string, instant: string): Kept {
  const old = (tx: Tx, day: string) => sql`x.tenant_id = ${tx.tenantId} and ${dayOf(instant)} < ${day}::date`
  return {
    rule,
    due: (tx, day) => counted(tx, sql`select count(*)::int as n from ${sql.raw(from)} ${old(tx, day)}`),
    remove: async (tx, day) => {
      let removed = 0n
      for (const removal of removals)
        removed = (await sql`${sql.raw(removal)} ${old(tx, day)}`.execute(tx)).numAffectedRows ?? 0n
      return Number(removed)
    },
  }
}

function dayOf(instant: string) {
  return sql`(${sql.raw(instant)} at time zone 'Asia/Shanghai')::date`
}

async function counted(tx: Tx, statement: ReturnType<typeof sql>): Promise<number> {
  return ((await statement.execute(tx)).rows as { n: number }[])[0]!.n
}

async function removeEndedTasks(tx: Tx, beforeDay: string): Promise<number> {
  const { rows: gone } = await sql<{ id: string }>`
    delete from inbox_task_endings x where x.tenant_id = ${tx.tenantId} and ${dayOf('x.ended_at')} < ${beforeDay}::date returning x.task_id as id`.execute(
    tx,
  )
  const ids = gone.map((row) => row.id)
  await sql`delete from inbox_tasks where tenant_id = ${tx.tenantId} and id = any(${ids}::uuid[])`.execute(tx)
  return ids.length
}

/** Corrections that were approved, refused or taken back before a day; one that was sent back may still be mended. */
async function correctionsOverBefore(tx: Tx, beforeDay: string): Promise<string[]> {
  const { rows: over } = await sql<{ id: string }>`
    select c.id from corrections c cross join lateral (
      select act, waits_for, acted_at from approval_acts a where a.tenant_id = c.tenant_id and a.approval_id = c.id
      order by number desc limit 1) x
    where c.tenant_id = ${tx.tenantId} and x.waits_for is null and x.act <> 'returned' and ${dayOf('x.acted_at')} < ${beforeDay}::date
    order by c.id`.execute(tx)
  return over.map((row) => row.id)
}

/** What was asked and the evidence go; that somebody asked and what was decided stays. */
async function removeCorrections(tx: Tx, beforeDay: string): Promise<number> {
  const ids = await correctionsOverBefore(tx, beforeDay)
  await removeSentAlong(tx, ids)
  await sql`delete from corrections where tenant_id = ${tx.tenantId} and id = any(${ids}::uuid[])`.execute(tx)
  return ids.length
}

/** Persons from outside whose invitation is long over and who never became members nor hold a post. */
async function invitedBefore(tx: Tx, beforeDay: string): Promise<string[]> {
  const { rows: found } = await sql<{ id: string }>`
    select p.id from persons p
    where p.tenant_id = ${tx.tenantId} and p.invited_until < ${beforeDay}::date
      and not exists (select from person_erasures e where e.tenant_id = p.tenant_id and e.person_id = p.id)
      and not exists (select from memberships m where m.tenant_id = p.tenant_id and m.person_id = p.id and m.superseded_at is null)
      and not exists (select from appointments a where a.tenant_id = p.tenant_id and a.person_id = p.id and a.superseded_at is null
        and (a.ends_before is null or a.ends_before > app_today()))
    order by p.id limit 500`.execute(tx)
  return found.map((row) => row.id)
}

async function eraseInvited(tx: Tx, beforeDay: string): Promise<number> {
  const ids = await invitedBefore(tx, beforeDay)
  for (const personId of ids) await erasePerson(tx, null, { personId, basis: 'retention', requestId: null })
  return ids.length
}
