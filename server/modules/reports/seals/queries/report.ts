import { sql } from 'kysely'
import type { SealedFigure, SealedReport } from '#contract/reports-seals.ts'
import { canReach, mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { partsOf } from '../definition.ts'
import { storedFigures, storedReports, type StoredFigure, type StoredReport } from '../stored.ts'
import { noSeal } from '../text.ts'

/** A sealed report within scope, as it was sealed. Whoever may not open figures at an organisation is told no values of it. */
export async function getSealedReport(
  tx: Tx,
  actor: Actor,
  { reportId }: { reportId: string },
): Promise<SealedReport> {
  await mustReadReport(tx, actor, reportId)
  return reportOf(tx, actor, reportId)
}

/** The stored report when it may be read; anything else is "not there". */
export async function mustReadReport(tx: Tx, actor: Actor, reportId: string): Promise<StoredReport> {
  const report = found((await storedReports(tx, reportId))[0])
  await mustReach(tx, { actor, permission: 'figures.read' }, report.organisationId)
  return report
}

/** Of a report's figures, the organisations where the actor may open figures. */
export async function openableOf(
  tx: Tx,
  actor: Actor,
  figures: readonly Pick<StoredFigure, 'organisationId'>[],
): Promise<ReadonlySet<string>> {
  const open = new Set<string>()
  for (const organisationId of new Set(figures.map((figure) => figure.organisationId)))
    if (await canReach(tx, { actor, permission: 'figures.open' }, organisationId)) open.add(organisationId)
  return open
}

/** The answer of `getSealedReport`, once it is clear that it may be read. */
export async function reportOf(tx: Tx, actor: Actor, reportId: string): Promise<SealedReport> {
  const report = found((await storedReports(tx, reportId))[0])
  const figures = await storedFigures(tx, reportId)
  const open = await openableOf(tx, actor, figures)
  const versions = await versionsOf(tx, reportId)
  const names = await namesOf(tx, report)
  const hash = report.hash ?? noSeal
  const isCurrent = versions.every(({ version }) => version <= report.version)
  return {
    id: report.id,
    number: report.number ?? 0,
    title: report.title,
    organisationId: report.organisationId,
    organisationName: names.organisation,
    version: report.version,
    state: isCurrent ? 'current' : 'corrected',
    sealedAt: report.sealedAt,
    knownAt: report.knownAt,
    figureCount: figures.length,
    sealedBy: report.sealedBy,
    sealedByName: names.post,
    hash,
    previousHash: report.previous ?? noSeal,
    code: hash.slice(0, 24),
    figures: figures.map((figure) => shown(figure, open.has(figure.organisationId))),
    versions,
    can: {
      correct:
        isCurrent && (await canReach(tx, { actor, permission: 'reports.seal' }, report.organisationId)),
    },
  }
}

function shown(figure: StoredFigure, mayOpen: boolean): SealedFigure {
  const parts = partsOf(figure.body)
  const groups =
    figure.groups === null
      ? null
      : (JSON.parse(figure.groups) as { key: string; label: string; value: number }[])
  return {
    number: figure.number,
    measure: figure.measure,
    zh: parts['zh'] ?? figure.measure,
    en: parts['en'] ?? figure.measure,
    unit: parts['unit'] ?? '',
    definitionZh: parts['definitionZh'] ?? '',
    definitionEn: parts['definitionEn'] ?? '',
    organisationId: figure.organisationId,
    organisationName: figure.organisationName,
    asOf: figure.asOf,
    from: figure.from,
    to: figure.to,
    by: figure.by,
    total: mayOpen ? figure.total : null,
    groups: mayOpen ? groups : null,
    rows: mayOpen ? figure.rowCount : null,
    mayOpen,
  }
}

/** The report with all it corrects and all that corrects it, from the first version on. */
async function versionsOf(tx: Tx, reportId: string): Promise<SealedReport['versions']> {
  const { rows } = await sql<SealedReport['versions'][number]>`
    with recursive line as (
      select id, corrects_id from sealed_reports where tenant_id = ${tx.tenantId} and id = ${reportId}
      union
      select r.id, r.corrects_id from line join sealed_reports r on r.tenant_id = ${tx.tenantId} and (r.id = line.corrects_id or r.corrects_id = line.id))
    select r.id, r.version, coalesce(s.number, 0) as number, r.sealed_at as "sealedAt" from line
    join sealed_reports r on r.tenant_id = ${tx.tenantId} and r.id = line.id
    left join report_seals s on s.tenant_id = r.tenant_id and s.report_id = r.id order by r.version`.execute(
    tx,
  )
  return rows.map((row) => ({ ...row, sealedAt: new Date(row.sealedAt).toISOString() }))
}

async function namesOf(tx: Tx, report: StoredReport): Promise<{ organisation: string; post: string }> {
  const { rows } = await sql<{ organisation: string; post: string }>`
    select coalesce((select name from organisation_profiles p where p.tenant_id = ${tx.tenantId} and p.organisation_id = ${report.organisationId}
        and p.superseded_at is null order by (p.starts_on <= app_today()) desc, p.starts_on desc limit 1), '') as organisation,
      coalesce((select post from appointments a where a.tenant_id = ${tx.tenantId} and a.appointment_id = ${report.sealedBy} limit 1), '') as post`.execute(
    tx,
  )
  return rows[0]!
}
