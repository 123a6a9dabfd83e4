import { sql, type RawBuilder } from 'kysely'
import type { operations, ReportFile, ReportRow } from '#contract/matchmaking-safety.ts'
import type { InputOf } from '#contract/operation.ts'
import { inScope } from '#server/modules/access/index.ts'
import { attachmentsOf, openAttachment } from '#server/modules/attachments/index.ts'
import { rulesToday } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import type { Download } from '#server/platform/http/route.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import type { Platform } from '#server/platform/platform.ts'
import { selfOf } from '../../entry/self.ts'
import { openWords } from '../seals.ts'

/** A report as commands need it. */
export interface ReportHead {
  id: string
  organisationId: string
  reporterId: string
  reportedId: string
  state: ReportRow['state']
}

/** The head of a report; undefined when there is none. */
export async function reportHead(tx: Tx, reportId: string): Promise<ReportHead | undefined> {
  return (await reportRows(tx, sql`r.id = ${reportId}`))[0]
}

/** Reports within scope, those that wait first and among them those due first; never those the asker is part of. */
export async function listPersonReports(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listPersonReports']>,
): Promise<{ items: ReportRow[]; nextCursor: string | null; total: number }> {
  const limit = input.limit ?? 50
  const from = Number(readCursor(input.cursor, ['0'])[0]) || 0
  const rows = await reportRows(tx, await handledBy(tx, actor))
  const matching = rows.filter((row) => input.state === undefined || row.state === input.state)
  const items = matching.slice(from, from + limit).map((row) => rowOf(row, actor.today))
  return {
    items,
    nextCursor: matching.length > from + limit ? writeCursor([String(from + limit)]) : null,
    total: matching.length,
  }
}

/** One report with everything said. Out of scope, or about oneself or by oneself: not there. */
export async function getPersonReport(
  tx: Tx,
  actor: Actor,
  input: { reportId: string },
): Promise<ReportFile> {
  const row = found(
    (await reportRows(tx, sql`r.id = ${input.reportId} and ${await handledBy(tx, actor)}`))[0],
  )
  const rules = await rulesToday(tx, ['matchmaking.reports_to_exclude'])
  const evidence = await attachmentsOf(tx, evidenceOf(row.id))
  return {
    ...rowOf(row, actor.today),
    text: openWords(tx, row.sealedText),
    eventTitle: row.eventTitle,
    reporterName: row.reporterName,
    reportedName: row.reportedName,
    reportedUnion: row.reportedUnion,
    confirmedByOthers: row.confirmedByOthers,
    confirmedToExclude: rules['matchmaking.reports_to_exclude'].value,
    excluded: row.excluded,
    evidence: evidence.map(({ id, kind, contentType }) => ({ id, kind, contentType })),
    decision:
      row.decidedAt === null
        ? null
        : {
            reason: openWords(tx, row.sealedReason),
            answer: openWords(tx, row.sealedAnswer),
            decidedAt: row.decidedAt.toISOString(),
          },
    can: { decide: row.state === 'waiting', liftExclusion: row.excluded },
  }
}

/** A file sent along with a report within scope. */
export async function downloadReportEvidence(
  tx: Tx,
  actor: Actor,
  input: { reportId: string; attachmentId: string },
  platform: Platform,
): Promise<Download> {
  const report = await getPersonReport(tx, actor, input)
  return openAttachment(tx, platform, { attachmentId: input.attachmentId, subject: evidenceOf(report.id) })
}

function evidenceOf(reportId: string): { kind: string; id: string } {
  return { kind: 'person_report', id: reportId }
}

async function handledBy(tx: Tx, actor: Actor): Promise<RawBuilder<unknown>> {
  const { personId } = await selfOf(tx, actor)
  return sql`${inScope(tx, { actor, permission: 'matchmaking.safety' }, sql.ref('r.organisation_id'))}
    and ${personId}::uuid not in (r.reporter_id, r.reported_id)`
}

interface Row extends Omit<ReportRow, 'reportedAt' | 'overdue'>, ReportHead {
  reportedAt: Date
  sealedText: Buffer | null
  sealedReason: Buffer | null
  sealedAnswer: Buffer | null
  decidedAt: Date | null
  eventTitle: string | null
  reporterName: string
  reportedName: string
  reportedUnion: string | null
  confirmedByOthers: number
  excluded: boolean
}

// Reports are few: one in some thousand participations.
const mostShown = 2000

async function reportRows(tx: Tx, condition: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.id, r.organisation_id as "organisationId", coalesce(o.name, '') as "organisationName", r.reporter_id as "reporterId",
      r.reported_id as "reportedId", r.kind, coalesce(d.decision, 'waiting') as state,
      case when r.event_id is not null then 'event' when r.introduction_id is not null then 'introduction' else 'interest' end as occasion,
      r.reported_at as "reportedAt", r.due_on as "dueOn", r.sealed_text as "sealedText", d.sealed_reason as "sealedReason",
      d.sealed_answer as "sealedAnswer", d.decided_at as "decidedAt", e.title as "eventTitle", reporter.name as "reporterName",
      reported.name as "reportedName", u.name as "reportedUnion",
      (select count(distinct x.reporter_id)::int from person_reports x join person_report_decisions xd on xd.tenant_id = x.tenant_id
        and xd.report_id = x.id and xd.decision = 'confirmed'
        where x.tenant_id = r.tenant_id and x.reported_id = r.reported_id and x.reporter_id <> r.reporter_id) as "confirmedByOthers",
      exists (select from exclusions x where x.tenant_id = r.tenant_id and x.person_id = r.reported_id and x.ended_at is null) as excluded
    from person_reports r
    left join person_report_decisions d on d.tenant_id = r.tenant_id and d.report_id = r.id
    left join events e on e.tenant_id = r.tenant_id and e.id = r.event_id
    join persons reporter on reporter.tenant_id = r.tenant_id and reporter.id = r.reporter_id
    join persons reported on reported.tenant_id = r.tenant_id and reported.id = r.reported_id
    left join organisation_profiles o on o.tenant_id = r.tenant_id and o.organisation_id = r.organisation_id and o.superseded_at is null
      and o.ends_before is null
    left join member_index m on m.tenant_id = r.tenant_id and m.person_id = r.reported_id
    left join organisation_profiles u on u.tenant_id = m.tenant_id and u.organisation_id = m.union_id and u.superseded_at is null
      and u.ends_before is null
    where r.tenant_id = ${tx.tenantId} and ${condition}
    order by d.decision is not null, r.due_on, r.reported_at, r.id limit ${mostShown}`.execute(tx)
  return rows
}

function rowOf(row: Row, today: string): ReportRow {
  return {
    id: row.id,
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    kind: row.kind,
    state: row.state,
    occasion: row.occasion,
    reportedAt: row.reportedAt.toISOString(),
    dueOn: row.dueOn,
    overdue: row.state === 'waiting' && row.dueOn < today,
  }
}
