import { sql, type RawBuilder } from 'kysely'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations, RosterImport } from '#contract/roster.ts'
import { inScope } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { importOf } from '../policy.ts'
import type { ImportSummary } from '../rules/import-summary.ts'

interface Row extends Omit<
  RosterImport,
  'createdAt' | 'sheets' | 'fileNotes' | 'commit' | 'undo' | 'job' | 'refusal' | 'fileRemoved'
> {
  createdAt: Date
  summary: ImportSummary | null
  refusal: RosterImport['refusal']
  job: RosterImport['job']
  fileRemoved: { reason: 'retention' | 'erasure'; removedAt: string } | null
  commit: (Omit<NonNullable<RosterImport['commit']>, 'committedAt'> & { committedAt: string }) | null
  undo: (Omit<NonNullable<RosterImport['undo']>, 'undoneAt'> & { undoneAt: string }) | null
}

/** One import as the screen shows it. */
export async function getImport(
  tx: Tx,
  actor: Actor,
  { importId }: { importId: string },
): Promise<RosterImport> {
  await importOf(tx, actor, importId)
  return asImport(found((await importRows(tx, sql`i.id = ${importId}`, sql``))[0]))
}

/** Imports within scope, newest first. */
export async function listImports(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listRosterImports']>,
): Promise<OutputOf<(typeof operations)['listRosterImports']>> {
  const limit = input.limit ?? 20
  const [before] = readCursor(input.cursor, ['ffffffff-ffff-ffff-ffff-ffffffffffff'])
  const column = sql.ref('i.organisation_id')
  const rows = await importRows(
    tx,
    sql`i.id < ${before}::uuid and ((i.kind = 'roster' and ${inScope(tx, { actor, permission: 'roster.import' }, column)})
      or (i.kind = 'organisations' and ${inScope(tx, { actor, permission: 'organisations.import' }, column)}))`,
    sql`order by i.id desc limit ${limit + 1}`,
  )
  const items = rows.slice(0, limit).map(asImport)
  return { items, nextCursor: rows.length > limit ? writeCursor([items.at(-1)!.id]) : null }
}

async function importRows(tx: Tx, where: RawBuilder<unknown>, tail: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select i.id, i.kind, i.mode, i.organisation_id as "organisationId", i.file_name as "fileName", i.file_bytes as "fileBytes",
      i.as_of as "asOf", i.created_at as "createdAt", i.summary, i.counts,
      -- A job that failed for good leaves its state behind: the work can be asked for again.
      case when j.state = 'failed' and i.state = 'judging' then 'failed' when j.state = 'failed' and i.state = 'committing' then 'ready'
        when j.state = 'failed' and i.state = 'undoing' then 'committed' else i.state end as state,
      coalesce((select p.name from organisation_profiles p where p.tenant_id = i.tenant_id and p.organisation_id = i.organisation_id
        and p.superseded_at is null and p.starts_on <= app_today() order by p.starts_on desc limit 1), '') as "organisationName",
      case when i.refusal_code is not null then
        jsonb_build_object('code', i.refusal_code, 'key', i.refusal_key, 'whyZh', i.refusal_why) end as refusal,
      case when j.id is not null then jsonb_build_object('id', j.id, 'importId', i.id, 'state', j.state, 'progress',
        jsonb_build_object('step', j.progress_step, 'done', j.progress_done, 'total', j.progress_total)) end as job,
      case when c.import_id is not null then jsonb_build_object('committedAt', c.committed_at, 'personsAdded', c.persons_added,
        'personsChanged', c.persons_changed, 'transfersProposed', c.transfers_proposed, 'leaversProposed', c.leavers_proposed) end as commit,
      case when u.import_id is not null then jsonb_build_object('undoneAt', u.undone_at, 'personsRemoved', u.persons_removed,
        'personsRestored', u.persons_restored, 'rowsLeft', cardinality(u.rows_left)) end as undo,
      case when f.import_id is not null then jsonb_build_object('reason', f.reason, 'removedAt', f.removed_at) end as "fileRemoved"
    from imports i
    left join jobs j on j.id = i.job_id and j.tenant_id = i.tenant_id
    left join import_commits c on c.tenant_id = i.tenant_id and c.import_id = i.id
    left join import_undos u on u.tenant_id = i.tenant_id and u.import_id = i.id
    left join import_file_removals f on f.tenant_id = i.tenant_id and f.import_id = i.id
    where i.tenant_id = ${tx.tenantId} and ${where} ${tail}`.execute(tx)
  return rows
}

function asImport({ summary, createdAt, commit, undo, fileRemoved, ...row }: Row): RosterImport {
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    fileNotes: summary?.fileNotes ?? [],
    sheets: (summary?.sheets ?? []).map((sheet) => ({
      name: sheet.name,
      imported: sheet.imported,
      code: sheet.code ?? null,
      dataRows: sheet.dataRows,
      columns: sheet.header?.columns ?? [],
    })),
    commit: commit && { ...commit, committedAt: new Date(commit.committedAt).toISOString() },
    undo: undo && { ...undo, undoneAt: new Date(undo.undoneAt).toISOString() },
    fileRemoved: fileRemoved && { ...fileRemoved, removedAt: new Date(fileRemoved.removedAt).toISOString() },
  }
}
