import type { Language, Sentence } from '#contract/sentence.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { AuditSubject } from '#server/platform/audit.ts'
import { forbidden } from '#server/platform/errors.ts'
import type { Download } from '#server/platform/http/route.ts'
import type { NewRow } from '#server/platform/workbook/index.ts'

type Cell = Sentence | string | number

/** A column of a register: its heading, its width in characters, and what of a row stands in it; sums in yuan. */
export type SheetColumn<Row> = readonly [heading: Sentence, width: number, of: (row: Row) => Cell]

/** What the log says about a register that is taken away: by which post, and how many rows. Refused without a post. */
export function registerTaken(actor: Actor, rows: readonly unknown[]): AuditSubject {
  if (actor.appointment === null) forbidden()
  const { organisationId } = actor.appointment
  return { kind: 'organisation', id: organisationId, organisationId, params: { rows: rows.length } }
}

/** A register as a workbook: who took it and of which day on top, a row a line. */
export async function registerSheet<Row>(
  actor: Actor,
  language: Language,
  sheet: { title: Sentence; columns: readonly SheetColumn<Row>[]; rows: readonly Row[] },
): Promise<Download> {
  const { writeSheetXlsx } = await import('#server/platform/workbook/index.ts')
  const title = sheet.title[language]
  const { columns } = sheet
  const said = (cell: Cell) => (typeof cell === 'object' ? cell[language] : cell)
  return {
    fileName: `${title}-${actor.today}.xlsx`,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: writeSheetXlsx(
      {
        name: language === 'zh' ? '台账' : 'Register',
        columnWidths: columns.map(([, width]) => width),
        headerRows: 2,
        noteColumn: null,
        merges: [{ top: 1, left: 0, bottom: 1, right: columns.length - 1 }],
      },
      [
        [`${title} · ${actor.appointment?.organisationName ?? ''} · ${actor.today}`],
        columns.map(([heading]) => heading[language]),
        ...sheet.rows.map((row): NewRow => columns.map(([, , of]) => said(of(row)))),
      ],
    ),
  }
}
