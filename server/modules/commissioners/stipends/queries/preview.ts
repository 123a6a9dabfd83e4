import { sql } from 'kysely'
import type { InputOf } from '#contract/operation.ts'
import { stipendOutcomes, type operations, type StipendPreview } from '#contract/stipends.ts'
import { lastName, mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import type { GradesOf } from '../grades-of.ts'
import { isClaimed, monthLines, type MonthLine } from '../month-lines.ts'

/** What a run of the month would claim now, outcome by outcome, and everybody’s line. */
export function previewStipendsBy(gradesOf: GradesOf) {
  return async (
    tx: Tx,
    actor: Actor,
    input: InputOf<(typeof operations)['previewStipends']>,
  ): Promise<StipendPreview> => {
    const { organisationId, month } = input
    await mustReach(tx, { actor, permission: 'funds.read' }, organisationId)
    const { lines } = await monthLines(tx, actor, { organisationId, month, knownAt: null, gradesOf })
    const outcomes = stipendOutcomes
      .map((outcome) => ({ outcome, lines: lines.filter((line) => line.outcome === outcome) }))
      .filter((each) => each.lines.length > 0)
    // Who is paid comes first: that is what is looked through before a run.
    const wanted = outcomes.flatMap((each) =>
      input.outcome === undefined || each.outcome === input.outcome ? each.lines : [],
    )
    const from = Number(readCursor(input.cursor, ['0'])[0])
    const page = wanted.slice(from, from + (input.limit ?? 50))
    const names = await namesOf(tx, page)
    return {
      month,
      people: lines.length,
      claimFen: claimFen(lines),
      outcomes: outcomes.map((each) => ({
        outcome: each.outcome,
        people: each.lines.length,
        claimFen: claimFen(each.lines),
      })),
      items: page.map((line) => ({
        ...names.get(`${line.personId}/${line.organisationId}`)!,
        personId: line.personId,
        organisationId: line.organisationId,
        posts: line.posts,
        outcome: line.outcome,
        grade: line.grade,
        rateFen: line.rateFen,
        days: line.days,
        monthDays: line.monthDays,
        dueFen: line.dueFen,
        beforeFen: line.beforeFen,
      })),
      nextCursor: from + page.length < wanted.length ? writeCursor([String(from + page.length)]) : null,
      total: wanted.length,
    }
  }
}

function claimFen(lines: readonly MonthLine[]): number {
  return lines.filter(isClaimed).reduce((sum, { dueFen, beforeFen }) => sum + dueFen - beforeFen, 0)
}

async function namesOf(
  tx: Tx,
  lines: readonly MonthLine[],
): Promise<Map<string, { name: string; organisationName: string }>> {
  const { rows } = await sql<{ key: string; name: string; organisationName: string }>`
    select w."personId" || '/' || w."organisationId" as key, p.name, o.name as "organisationName"
    from json_to_recordset(${JSON.stringify(lines)}::json) as w ("personId" uuid, "organisationId" uuid)
    join persons p on p.tenant_id = ${tx.tenantId} and p.id = w."personId"
    cross join lateral (${lastName(tx, sql.ref('w.organisationId'))}) o`.execute(tx)
  return new Map(rows.map(({ key, ...names }) => [key, names]))
}
