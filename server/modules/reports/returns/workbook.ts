import { sql } from 'kysely'
import type {
  AnnualReturn,
  AnnualReturnLine,
  EmptyReturnItem,
  ReturnFinding,
} from '#contract/reports-returns.ts'
import { emptyReturnItems } from '#contract/reports-returns.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Download } from '#server/platform/http/route.ts'
import type { NewRow } from '#server/platform/workbook/index.ts'
import { linesOf } from './queries/lines.ts'
import { mustReadReturn, returnOf } from './queries/returns.ts'

const types = { single: '单独', joint: '联合', organiser_only: '筹建中' } as const

const empty: Record<EmptyReturnItem, string> = {
  womenMembers: '女会员',
  migrantMembers: '农民工会员',
  fullTimeOfficers: '专职工会工作人员',
  negotiation: '集体协商和集体合同',
  participation: '职代会和厂务公开',
  emulation: '劳动和技能竞赛',
  protection: '劳动保护和权益保障',
  finance: '经费收支',
}

const findings: Record<ReturnFinding, string> = {
  code_twice: '901 与别的工会重复',
  code_changed: '901 与往年上报的不同',
  division_missing: '缺 903 行政区划代码',
  type_missing: '缺 904 单独或联合',
  single_covers_others: '904 为单独，覆盖单位数应为 1',
  joint_covers_few: '904 为联合，覆盖单位数应不少于 2',
  members_exceed_workers: '会员多于职工',
  women_exceed_workers: '女职工多于职工',
  workers_missing: '没有填报过职工人数',
}

/**
 * The return as a workbook, Chinese as the form is: 901 to 904, the figures there are, empty columns for the items there are not, and what the logic
 * check found. It names its seal, so that paper can be traced.
 */
export async function downloadAnnualReturn(
  tx: Tx,
  actor: Actor,
  { returnId }: { returnId: string },
): Promise<Download> {
  await mustReadReturn(tx, actor, returnId)
  const made = await returnOf(tx, returnId)
  const lines = await linesOf(tx, returnId)
  const rows = [...headOf(made, await sealOf(tx, made.reportId)), ...lines.map(rowOf)]
  const right = columns.length - 1
  const { writeSheetXlsx } = await import('#server/platform/workbook/index.ts')
  return {
    fileName: `基层工会统计年报-${made.year}.xlsx`,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: writeSheetXlsx(
      {
        name: `NBJC ${made.year}`,
        columnWidths: columns.map(({ width }) => width),
        headerRows: 3,
        noteColumn: right,
        merges: [1, 2].map((row) => ({ top: row, left: 0, bottom: row, right })),
      },
      rows,
    ),
  }
}

const figure = (title: string, width = 12) => ({ title, width })
const columns = [
  figure('901 统计代码', 20),
  figure('902 单位名称', 40),
  figure('903 行政区划代码', 16),
  figure('904 单独或联合', 14),
  figure('覆盖单位数'),
  figure('职工人数'),
  figure('女职工'),
  figure('农民工'),
  figure('会员人数'),
  ...emptyReturnItems.map((item) => figure(empty[item], 16)),
  figure('逻辑审核', 44),
]

function headOf(made: AnnualReturn, seal: string): NewRow[] {
  const title = `基层工会统计年报（NBJC）${made.organisationName} ${made.year} 年度`
  const note = `统计期 ${made.startsOn} 至 ${made.endsOn} · 依据 ${made.rule} · 会员 ${made.members} 人、职工 ${made.workers} 人（联合工会的单位只计一次） · ${seal}`
  return [[title], [note], columns.map((column) => column.title)]
}

function rowOf(line: AnnualReturnLine): NewRow {
  return [
    line.statCode,
    line.name,
    line.divisionCode,
    line.unionType === null ? null : types[line.unionType],
    line.employers,
    line.workers,
    line.womenWorkers,
    line.migrantWorkers,
    line.members,
    ...emptyReturnItems.map(() => null),
    line.findings.map((each) => findings[each]).join('；'),
  ]
}

async function sealOf(tx: Tx, reportId: string): Promise<string> {
  const { rows } = await sql<{ seal: string }>`
    select '封存第 ' || number || ' 号，校验码 ' || substr(encode(hash, 'hex'), 1, 24) as seal from report_seals
    where tenant_id = ${tx.tenantId} and report_id = ${reportId}`.execute(tx)
  return rows[0]?.seal ?? ''
}
