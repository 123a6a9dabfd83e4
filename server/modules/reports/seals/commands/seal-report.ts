import { sql } from 'kysely'
import type { operations, SealedReport } from '#contract/reports-seals.ts'
import type { InputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import { groupsOf } from '#server/modules/measures/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, notFound } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { definitionBody, fingerprintOf } from '../definition.ts'
import { questionsOf, type SealedQuestion } from '../questions.ts'
import { reportOf } from '../queries/report.ts'
import {
  appendSeal,
  insertFigure,
  insertReport,
  keepDefinition,
  knownMoment,
  lockHead,
  packRows,
} from '../store.ts'
import { hashFigure, hashSeal } from '../text.ts'

type ToSeal = InputOf<(typeof operations)['sealReport']>

/**
 * Seals a report: each figure with its definition, question, value and the rows behind it, all as known at one moment; and the whole in the
 * tenant's chain. A correction is a new version beside the report it corrects, which has one at most. Figures are counted before the
 * chain is locked: nobody waits while a whole city is being counted.
 */
export function sealReportOf(definitions: readonly MeasureDefinition[]) {
  return async (tx: Tx, actor: Actor, input: ToSeal): Promise<SealedReport> => {
    if (actor.appointment === null) forbidden()
    const earlier = input.correctsId === undefined ? null : await earlierVersion(tx, input.correctsId)
    const organisationId = earlier?.organisationId ?? input.organisationId ?? actor.appointment.organisationId
    await mustReach(tx, { actor, permission: 'reports.seal' }, organisationId)
    const knownAt = await knownMoment(tx)
    const questions = await questionsOf(tx, actor, { figures: input.figures, definitions, knownAt })

    const head = {
      id: newId(),
      organisationId,
      title: input.title.trim(),
      correctsId: input.correctsId ?? null,
      version: (earlier?.version ?? 0) + 1,
      knownAt,
      sealedBy: actor.appointment.id,
    }
    const sealedAt = await insertReport(tx, head)
    const figures: string[] = []
    for (const [index, question] of questions.entries())
      figures.push(await sealFigure(tx, { reportId: head.id, number: index + 1 }, question))
    const seal = await sealInChain(tx, { ...head, sealedAt, figures })
    await audit(tx, actor, 'reports.sealed', {
      kind: 'sealed_report',
      id: head.id,
      organisationId,
      params: { number: seal.number, figures: figures.length, hash: seal.hash },
    })
    return reportOf(tx, actor, head.id)
  }
}

async function earlierVersion(tx: Tx, id: string): Promise<{ organisationId: string; version: number }> {
  const row = await tx
    .selectFrom('sealed_reports')
    .select(['organisation_id as organisationId', 'version'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? notFound()
}

/** Counts one figure and keeps it with its rows; answers its hash. */
async function sealFigure(
  tx: Tx,
  place: { reportId: string; number: number },
  question: SealedQuestion,
): Promise<string> {
  const { definition, organisationId, moment, from, to, by } = question
  const body = definitionBody(tx, definition)
  const fingerprint = fingerprintOf(body)
  await keepDefinition(tx, { fingerprint, measure: definition.name, body })
  const rows = await packRows(tx, place, question)
  const groups = by === null ? null : JSON.stringify(await groupsOf(tx, question, by))
  const figure = {
    number: place.number,
    measure: definition.name,
    definition: fingerprint.toString('hex'),
    organisationId,
    organisationName: await nameOf(tx, question),
    asOf: moment.asOf,
    from,
    to,
    by,
    groups,
    ...rows,
  }
  const hash = hashFigure(figure)
  await insertFigure(tx, place.reportId, { ...figure, hash })
  return hash
}

/** What the organisation was called on the day; where it was not there yet, what it is called first. */
async function nameOf(tx: Tx, { organisationId, moment }: SealedQuestion): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select name from organisation_profiles where tenant_id = ${tx.tenantId} and organisation_id = ${organisationId} and superseded_at is null
    order by (starts_on <= ${moment.asOf}::date) desc, case when starts_on <= ${moment.asOf}::date then starts_on end desc, starts_on limit 1`.execute(
    tx,
  )
  return rows[0]?.name ?? ''
}

async function sealInChain(
  tx: Tx,
  report: Parameters<typeof hashSeal>[1],
): Promise<{ number: number; hash: string }> {
  const head = await lockHead(tx)
  const place = { number: head.number + 1, previous: head.hash }
  const hash = hashSeal(place, report)
  await appendSeal(tx, { ...place, reportId: report.id, hash })
  return { number: place.number, hash }
}
