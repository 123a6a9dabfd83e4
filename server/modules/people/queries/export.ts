import { sql } from 'kysely'
import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/people.ts'
import type { MemberRow } from '#contract/people-records.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, refuse } from '#server/platform/errors.ts'
import type { Download } from '#server/platform/http/route.ts'
import { memberHits } from '../member-condition.ts'
import { memberScope } from '../member-scope.ts'
import { insertExport } from '../store.ts'
import { fullNumbers, memberColumns, memberJoins, memberRow, type MemberColumns } from './member-columns.ts'

type Input = InputOf<(typeof operations)['exportMembers']>

/** The most members one workbook may carry (K11). A setting of policy, not law. */
const mostExported = 20_000

/** What leaves the house: whom, what for, and with which numbers in full, by which agreement. */
export interface ExportOrder extends Input {
  full: { fields: readonly ('documentNumber' | 'mobile')[]; approvalId: string } | null
}

/** The members of a filter within scope as a workbook: masked, with who took it and what for in its first row, logged. */
export async function exportMembers(tx: Tx, actor: Actor, input: Input): Promise<Download> {
  return exportFor(tx, actor, { ...input, full: null })
}

/** The workbook of an order; who stands in it can read who took it. */
export async function exportFor(tx: Tx, actor: Actor, order: ExportOrder): Promise<Download> {
  if (actor.appointment === null) forbidden()
  const { filter, full } = order
  const purpose = order.purpose.trim()
  const reach = { actor, permission: 'roster.export' } as const
  if (filter.organisationId !== undefined) await mustReach(tx, reach, filter.organisationId)
  const rows = await exportedRows(tx, actor, order)
  if (rows.length > mostExported) refuse('people.export_too_large', { limit: mostExported })
  await insertExport(
    tx,
    {
      organisation_id: filter.organisationId ?? null,
      members: rows.length,
      purpose,
      appointment_id: actor.appointment.id,
      full_fields: [...(full?.fields ?? [])],
      approval_id: full?.approvalId ?? null,
    },
    rows.map((row) => row.personId),
  )
  await audit(tx, actor, 'people.exported', {
    kind: 'organisation',
    id: filter.organisationId ?? actor.appointment.organisationId,
    organisationId: filter.organisationId ?? actor.appointment.organisationId,
    params: { members: rows.length, full: full?.fields.join(',') ?? '' },
  })
  const warning = full === null ? '' : '，含完整号码，用后销毁'
  const mark = `${actor.appointment.organisationName} ${actor.today} 导出，用途：${purpose}${warning}`
  return {
    fileName: `会员花名册-${actor.today}.xlsx`,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: await workbookOf(
      mark,
      rows.map((row) => ({ ...memberRow(tx.keys, row), ...fullNumbers(tx.keys, row, full?.fields ?? []) })),
    ),
  }
}

async function exportedRows(tx: Tx, actor: Actor, { filter }: Input): Promise<MemberColumns[]> {
  const scope = memberScope(
    tx,
    { actor, permission: 'roster.export' },
    { organisationId: filter.organisationId, includeSubtree: filter.includeSubtree ?? true },
  )
  const { rows } = await sql<MemberColumns>`
    with root as materialized (${scope.root}),
    ${memberHits(tx, scope, filter)},
    page as materialized (select person_id from hits order by sort_key, person_id limit ${mostExported + 1})
    select ${memberColumns} from page
    join member_index m on m.tenant_id = ${tx.tenantId} and m.person_id = page.person_id ${memberJoins(tx)}
    order by u.name, m.sort_key, m.person_id`.execute(tx)
  return rows
}

const columns = ['序号', '姓名', '性别', '所属工会', '工作单位', '会籍', '入会日期', '证件号码', '手机号码']
const widths = [6, 14, 6, 34, 34, 8, 12, 22, 14]

async function workbookOf(mark: string, rows: readonly MemberRow[]): Promise<Download['body']> {
  const { writeSheetXlsx } = await import('#server/platform/workbook/index.ts')
  const merges = [{ top: 1, left: 0, bottom: 1, right: columns.length - 1 }]
  const plan = { name: '会员花名册', columnWidths: widths, headerRows: 2, noteColumn: null, merges }
  const lines = rows.map((row, at) => [
    at + 1,
    row.name,
    row.sex === null ? null : row.sex === 'male' ? '男' : '女',
    row.unionName,
    row.employerName,
    row.kind === 'member' ? '正常' : '保留',
    joined(row),
    row.document,
    row.mobile,
  ])
  return writeSheetXlsx(plan, [[mark], columns, ...lines])
}

function joined({ joinedOn, joinedPrecision }: MemberRow): string | null {
  if (joinedOn === null) return null
  if (joinedPrecision === 'year') return joinedOn.slice(0, 4)
  return joinedPrecision === 'month' ? joinedOn.slice(0, 7) : joinedOn
}
