import type { operations } from '#contract/audit.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Language } from '#contract/sentence.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import type { Download } from '#server/platform/http/route.ts'
import { newestKeys, resolveFilter } from '../queries/entry-filter.ts'
import { entriesOf, type EntryRow } from '../queries/entry-rows.ts'
import { sentenceOf } from '../rules.ts'
import { insertExport, postNames } from '../store.ts'

type Input = InputOf<(typeof operations)['exportAuditEntries']>

/** The most entries one file may carry, as for members (K11). A setting of policy, not law. */
const mostExported = 20_000

/** The entries of a filter as a file, newest first, with who took it and what for in its first row; recorded with its purpose. */
export async function exportAuditEntries(tx: Tx, actor: Actor, input: Input): Promise<Download> {
  const purpose = input.purpose.trim()
  const filter = await resolveFilter(tx, input.filter)
  const entries = await entriesOf(tx, newestKeys(tx, filter, { after: null, limit: mostExported + 1 }))
  if (entries.length > mostExported) refuse('audit.export_too_large', { limit: mostExported })
  const exportId = await insertExport(tx, { entries: entries.length, purpose, exported_by: actor.accountId })
  await audit(tx, actor, 'audit.exported', {
    kind: 'export',
    id: exportId,
    organisationId: actor.appointment?.organisationId ?? null,
    params: { entries: entries.length },
  })
  const words = wordsOf[input.language]
  const mark = words.mark(actor.appointment?.organisationName ?? '', actor.today, purpose)
  const posts = await postNames(tx, input.language)
  const rows = [[mark], words.columns, ...entries.map((entry) => rowOf(entry, input.language, posts))]
  return fileOf(rows, { name: `${words.title}-${actor.today}`, sheet: words.title, format: input.format })
}

const wordsOf = {
  zh: {
    title: '审计日志',
    columns: ['时间', '谁', '身份', '做了什么', '组织', '对象编号', '代码', '链', '序号'],
    system: '系统',
    mark: (where: string, day: string, purpose: string) => `${where} ${day} 导出，用途：${purpose}`,
  },
  en: {
    title: 'Audit log',
    columns: ['Time', 'Who', 'As', 'What was done', 'Organisation', 'Subject id', 'Code', 'Chain', 'Number'],
    system: 'the system',
    mark: (where: string, day: string, purpose: string) => `${where}, exported on ${day} for: ${purpose}`,
  },
}

function rowOf(entry: EntryRow, language: Language, posts: ReadonlyMap<string, string>) {
  const time = new Date(Date.parse(entry.recordedAt) + 8 * 3600 * 1000).toISOString()
  return [
    `${time.slice(0, 10)} ${time.slice(11, 19)}`,
    entry.actorName ?? wordsOf[language].system,
    entry.actorPost === null ? null : (posts.get(entry.actorPost) ?? entry.actorPost),
    sentenceOf(entry.action, entry.params, language),
    entry.organisationName,
    entry.subjectId,
    entry.action,
    entry.chain,
    entry.seq,
  ]
}

async function fileOf(
  rows: (string | number | null)[][],
  { name, sheet, format }: { name: string; sheet: string; format: Input['format'] },
): Promise<Download> {
  const { writeCsv, writeSheetXlsx } = await import('#server/platform/workbook/index.ts')
  if (format === 'csv')
    return { fileName: `${name}.csv`, contentType: 'text/csv; charset=utf-8', body: writeCsv(rows) }
  const merges = [{ top: 1, left: 0, bottom: 1, right: 8 }]
  const plan = {
    name: sheet,
    columnWidths: [20, 12, 20, 44, 30, 38, 28, 6, 10],
    headerRows: 2,
    noteColumn: null,
    merges,
  }
  return {
    fileName: `${name}.xlsx`,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: writeSheetXlsx(plan, rows),
  }
}
