import type { operations } from '#contract/measure-workbook.ts'
import type { Measure } from '#contract/measures.ts'
import type { InputOf } from '#contract/operation.ts'
import { canReach } from '#server/modules/access/index.ts'
import { insertExport } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, refuse } from '#server/platform/errors.ts'
import type { Download } from '#server/platform/http/route.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import type { measureQueries } from '../queries/answer.ts'
import { daysOf, figureSheet, rowsSheet, type Sheet } from './sheets.ts'
import { wordsIn } from './words.ts'

type Figure = InputOf<(typeof operations)['downloadMeasure']>
type Rows = InputOf<(typeof operations)['downloadMeasureRows']>

/** The most rows one workbook may carry, as for members (K11). A setting of policy, not law. */
const mostExported = 20_000

/** The workbooks of the catalogue: asked for by the same questions as on the screen, so that they show the same. */
export function measureWorkbooks(
  definitions: readonly MeasureDefinition[],
  { queryMeasure, openMeasure }: Pick<ReturnType<typeof measureQueries>, 'queryMeasure' | 'openMeasure'>,
) {
  const declared = (name: string): Measure => definitions.find((each) => each.name === name)!
  return {
    /** A figure with its parts; whoever sees counts only gets them rounded and without the small ones, as on the screen. */
    downloadMeasure: async (tx: Tx, actor: Actor, { purpose, language, ...ask }: Figure) => {
      const answer = await queryMeasure(tx, actor, ask)
      const measure = declared(ask.measure)
      await note(tx, actor, {
        measure,
        organisationId: answer.organisationId,
        rows: answer.groups?.length ?? 1,
      })
      const words = wordsIn(language)
      const mark = words.mark(actor.appointment?.organisationName ?? '', actor.today, purpose.trim())
      return fileOf(
        figureSheet(answer, { measure, by: ask.by, mark, words }),
        `${words.measure(measure)}-${actor.today}`,
      )
    },
    /**
     * The rows behind a figure. Where they are members, it is a list of names that leaves the house: it needs the power to export them, and each of
     * them can read who took it (errors: `measures.export_too_large`, `measures.members_not_exported`).
     */
    downloadMeasureRows: async (tx: Tx, actor: Actor, { purpose, language, ...ask }: Rows) => {
      if (actor.appointment === null) forbidden()
      const { items } = await openMeasure(tx, actor, { ...ask, limit: mostExported + 1 })
      if (items.length > mostExported) refuse('measures.export_too_large', { limit: mostExported })
      const measure = declared(ask.measure)
      const organisationId = ask.organisationId ?? actor.appointment.organisationId
      const members = items.filter(({ kind }) => kind === 'member').map(({ id }) => id)
      if (members.length > 0) {
        if (!(await canReach(tx, { actor, permission: 'roster.export' }, organisationId)))
          refuse('measures.members_not_exported')
        const taken = {
          organisation_id: organisationId,
          members: members.length,
          purpose: purpose.trim(),
          appointment_id: actor.appointment.id,
          full_fields: [],
          approval_id: null,
        }
        await insertExport(tx, taken, members)
      }
      await note(tx, actor, { measure, organisationId, rows: items.length })
      const words = wordsIn(language)
      const mark = words.mark(actor.appointment.organisationName, actor.today, purpose.trim())
      const question = daysOf({ asOf: actor.today, ...ask }, words)
      return fileOf(
        rowsSheet(items, { measure, question, mark, words }),
        `${words.measure(measure)}-${words.rowsSheet}-${actor.today}`,
      )
    },
  }
}

async function note(
  tx: Tx,
  actor: Actor,
  { measure, organisationId, rows }: { measure: Measure; organisationId: string; rows: number },
): Promise<void> {
  await audit(tx, actor, 'measures.exported', {
    kind: 'organisation',
    id: organisationId,
    organisationId,
    params: { measure: measure.name, rows },
  })
}

async function fileOf({ plan, lines }: Sheet, name: string): Promise<Download> {
  const { writeSheetXlsx } = await import('#server/platform/workbook/index.ts')
  return {
    fileName: `${name}.xlsx`,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: writeSheetXlsx(plan, lines),
  }
}
