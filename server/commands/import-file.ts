import { createReadStream, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ImportReport, RegisterEntry, RefusedReport } from '../modules/roster/index.ts'
import type { Actor } from '../platform/actor.ts'
import { dayOf } from '../platform/clock.ts'
import { inPlumbing, inTenant } from '../platform/db/transaction.ts'
import { urnUrlOf } from '../platform/db/app-role.ts'
import { openPool } from '../platform/db/pool.ts'
import { openInstallation } from '../platform/installation.ts'
import { JobRunner, type JobHandler } from '../platform/jobs.ts'
import { standardLog } from '../platform/log.ts'
import { PlainSentence } from '../platform/plain-sentence.ts'
import { notServing, type Platform } from '../platform/platform.ts'
import { readSettings, type Settings } from '../platform/settings.ts'

/** What both import commands are told. */
export interface ImportFile {
  kind: 'roster' | 'organisations'
  path: string
  register: RegisterEntry[]
  report: string | undefined
  asOf: string
  /** Only judge. */
  isDry: boolean
  tenant: string | undefined
  organisation: string | undefined
}

/**
 * Imports one file from the command line. Without a tenant it is only judged: no server, no database. With one it takes the same way as
 * in the browser: dry run, then commit unless it is to stay a dry run.
 * @throws PlainSentence when the file is refused as a whole; the report is written all the same.
 */
export async function importFile(file: ImportFile): Promise<void> {
  const report = file.tenant === undefined ? await judgeAlone(file) : await importIntoTenant(file)
  if (file.report !== undefined) writeFileSync(file.report, `${JSON.stringify(report, null, 1)}\n`)
  if ('outcome' in report)
    throw new PlainSentence(`${basename(file.path)}: ${report.why_zh} (${report.code})`)
  console.log(
    `${report.dataRows} 行：可导入 ${report.acceptedCount}，待确认 ${report.review.length}，退回 ${report.rejected.length}，跳过 ${report.skipped.length} · ` +
      `${report.dataRows} rows: ${report.acceptedCount} accepted, ${report.review.length} to review, ${report.rejected.length} rejected, ${report.skipped.length} skipped`,
  )
}

/** "Today" where no --as-of is given: the fixed clock of tests, or the calendar of Asia/Shanghai. */
export function todayOf(settings: Pick<Settings, 'clock'>): string {
  const now = settings.clock === null ? new Date() : new Date(settings.clock)
  return dayOf(now)
}

/** The organisations of a register file. */
export function readRegister(path: string | undefined): RegisterEntry[] {
  if (path === undefined) return []
  try {
    const { organisations } = JSON.parse(readFileSync(path, 'utf8')) as { organisations: RegisterEntry[] }
    if (Array.isArray(organisations)) return organisations
  } catch {
    // Falls through to the sentence below.
  }
  throw new PlainSentence(
    `${path} 不是组织台账文件（JSON，含 organisations）· is not a register file (JSON with "organisations").`,
  )
}

type Report = ImportReport | RefusedReport

async function judgeAlone(file: ImportFile): Promise<Report> {
  const { buildRegister, reportForFile } = await import('../modules/roster/index.ts')
  const { kind, asOf } = file
  return reportForFile(
    file.path,
    kind === 'roster' ? { kind, asOf, register: buildRegister(file.register) } : { kind, asOf },
  )
}

async function importIntoTenant(file: ImportFile): Promise<Report> {
  const settings = readSettings(process.env)
  const installation = await openInstallation(settings)
  const pool = openPool({ url: installation.appUrl, connections: 4, clock: settings.clock ?? undefined })
  const handlers = new Map<string, JobHandler>()
  const jobs = new JobRunner(pool, handlers, standardLog)
  const platform: Platform = {
    pool,
    urn: openPool({ url: urnUrlOf(installation.appUrl, installation.keys.hashKey), connections: 1 }),
    keys: installation.keys,
    log: standardLog,
    dataFolder: settings.dataFolder,
    jobs,
    outside: settings,
    backups: settings.backups,
    serving: notServing,
  }
  try {
    const { rosterJobs } = await import('../modules/roster/index.ts')
    for (const [kind, handler] of Object.entries(rosterJobs(platform))) handlers.set(kind, handler)
    jobs.start()
    return await runImport(platform, await machineActor(platform, file), file)
  } finally {
    await jobs.stop()
    await pool.end()
    await installation.close()
  }
}

async function runImport(platform: Platform, actor: Actor, file: ImportFile): Promise<Report> {
  const { createImport, commitImport, findImport, reportOf } = await import('../modules/roster/index.ts')
  const inside = <T>(work: Parameters<typeof inTenant<T>>[2]) => inTenant(platform, actor.tenantId, work)
  const upload = {
    fileName: basename(file.path),
    stream: createReadStream(file.path),
    inTransaction: inside,
  }
  const { importId } = await createImport(platform, actor, {
    kind: file.kind,
    organisationId: file.organisation ?? (await topOrganisation(platform, actor.tenantId)),
    mode: 'delta',
    asOf: file.asOf,
    upload,
  })
  const settled = async () => {
    for (;;) {
      const state = (await inside((tx) => findImport(tx, importId)))!.state
      if (!['judging', 'committing'].includes(state)) return state
      await sleep(200)
    }
  }
  const state = await settled()
  const report = await inside(async (tx) => reportOf(tx, (await findImport(tx, importId))!))
  if (state !== 'ready' || file.isDry) return report
  await inside((tx) => commitImport(tx, actor, { importId }))
  platform.jobs.wake()
  const end = await settled()
  if (end !== 'committed')
    throw new PlainSentence('导入期间数据有变动，请重新执行 · The register changed meanwhile: run it again.')
  return report
}

/** The federation that nobody in the tenant leads. */
async function topOrganisation(platform: Platform, tenantId: string): Promise<string> {
  const { topOf } = await import('../modules/roster/index.ts')
  const id = await inTenant(platform, tenantId, topOf)
  if (id === null) throw new PlainSentence('租户还没有组织 · The tenant has no organisation yet.')
  return id
}

/** Whoever holds the machine acts as nobody's appointment: the audit log names the machine. */
async function machineActor(platform: Platform, file: ImportFile): Promise<Actor> {
  const tenant = await inPlumbing(platform.pool, (tx) =>
    tx.selectFrom('tenants').select('id').where('code', '=', file.tenant!).executeTakeFirst(),
  )
  if (tenant === undefined)
    throw new PlainSentence(`没有租户 ${file.tenant} · There is no tenant "${file.tenant}".`)
  const nobody = '00000000-0000-0000-0000-000000000000'
  const always = {
    startsOn: '0001-01-01',
    endsBefore: null,
    organisationId: nobody,
    source: 'delegation' as const,
    delegationId: null,
  }
  return {
    tenantId: tenant.id,
    sessionId: nobody,
    accountId: nobody,
    personId: nobody,
    appointment: {
      id: nobody,
      post: 'system_administrator',
      organisationName: '',
      organisationId: nobody,
      startsOn: '0001-01-01',
      endsBefore: null,
      fullTime: true,
      acting: false,
    },
    grants: (['roster.import', 'organisations.import'] as const).map((permission) => ({
      ...always,
      permission,
      reach: 'tenant' as const,
    })),
    tokenId: null,
    today: file.asOf,
    signInDue: null,
  }
}
