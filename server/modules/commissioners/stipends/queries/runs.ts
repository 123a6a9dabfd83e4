import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { InputOf } from '#contract/operation.ts'
import type { operations, StipendRunRow } from '#contract/stipends.ts'
import { canReach, inScope, lastName } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound } from '#server/platform/errors.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import type { GradesOf } from '../grades-of.ts'
import { monthLines, type MonthLine } from '../month-lines.ts'

/** Months that were worked out within scope, the newest first. */
export async function listStipendRuns(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listStipendRuns']>,
): Promise<{ items: StipendRunRow[]; nextCursor: string | null }> {
  const limit = input.limit ?? 50
  const after = readCursor(input.cursor, [''])[0]!
  const { rows } = await sql<Omit<StipendRunRow, 'runAt'> & { runAt: Date }>`
    select r.id, to_char(r.month, 'YYYY-MM') as month, r.organisation_id as "organisationId", o.name as "organisationName", r.budget_id as "budgetId",
      b.name as "budgetName", r.line_count as lines, r.gross_fen as "grossFen", r.run_at as "runAt"
    from stipend_runs r join budgets b on b.tenant_id = r.tenant_id and b.id = r.budget_id
    cross join lateral (${lastName(tx, sql.ref('r.organisation_id'))}) o
    where r.tenant_id = ${tx.tenantId} and ${inScope(tx, { actor, permission: 'funds.read' }, sql.ref('r.organisation_id'))}
      and (${after} = '' or r.id < nullif(${after}, '')::uuid) order by r.id desc limit ${limit + 1}`.execute(
    tx,
  )
  const items = rows.slice(0, limit).map((row) => ({ ...row, runAt: row.runAt.toISOString() }))
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? writeCursor([last.id]) : null }
}

/** Works a run out anew, by its rules and as known when it ran, and compares the statements byte by byte. */
export function verifyStipendRunBy(gradesOf: GradesOf) {
  return async (
    tx: Tx,
    actor: Actor,
    { runId }: { runId: string },
  ): Promise<{ isSame: boolean; kept: string; replayed: string }> => {
    const run = await findRun(tx, runId)
    if (!(await canReach(tx, { actor, permission: 'funds.read' }, run.organisationId))) notFound()
    const kept = await keptStatement(tx, runId)
    const { lines } = await monthLines(tx, null, { ...run, gradesOf })
    const people = new Set(kept.people)
    const replayed = statementOf(lines.filter(({ personId }) => people.has(personId)))
    return {
      isSame: kept.text === replayed,
      kept: sha256(kept.text),
      replayed: sha256(replayed),
    }
  }
}

type StatementLine = Pick<
  MonthLine,
  'personId' | 'grade' | 'gradeId' | 'rateFen' | 'days' | 'monthDays' | 'part' | 'dueFen'
>

/** A month as text, one person a line in the order of their ids: what a replay must reproduce. */
function statementOf(lines: readonly StatementLine[]): string {
  const each = ({ personId, grade, gradeId, rateFen, days, monthDays, part, dueFen }: StatementLine) =>
    [personId, grade, gradeId, rateFen, days, monthDays, part, dueFen].join('|')
  return lines.map(each).toSorted().join('\n')
}

async function keptStatement(tx: Tx, runId: string): Promise<{ text: string; people: string[] }> {
  const { rows } = await sql<StatementLine>`
    select person_id as "personId", grade, grade_id as "gradeId", rate_fen as "rateFen", days, month_days as "monthDays", part, due_fen as "dueFen"
    from stipend_lines where tenant_id = ${tx.tenantId} and run_id = ${runId}`.execute(tx)
  return { text: statementOf(rows), people: rows.map(({ personId }) => personId) }
}

// Text, so that no microsecond of the moment is lost on the way.
async function findRun(tx: Tx, runId: string) {
  const { rows } = await sql<{ organisationId: string; month: string; knownAt: string }>`
    select organisation_id as "organisationId", to_char(month, 'YYYY-MM') as month, known_at::text as "knownAt"
    from stipend_runs where tenant_id = ${tx.tenantId} and id = ${runId}`.execute(tx)
  return found(rows[0])
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
