import type { FieldError } from '#contract/errors.ts'
import type { FigureToSeal } from '#contract/reports-seals.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { Question } from '#server/modules/measures/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { invalid, notFound } from '#server/platform/errors.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'

/** A question that is to be sealed, and by what it is broken down. */
export interface SealedQuestion extends Question {
  by: string | null
}

/** What figures are sealed with: the catalogue, and the moment they are known at. */
export interface Sealing {
  definitions: readonly MeasureDefinition[]
  knownAt: string
}

/**
 * The questions of a report, all wrong fields at once. Each organisation must be within scope both to open figures and to seal them; a day that
 * has not come cannot be sealed.
 */
export async function questionsOf(
  tx: Tx,
  actor: Actor,
  { figures, definitions, knownAt }: Sealing & { figures: readonly FigureToSeal[] },
): Promise<SealedQuestion[]> {
  const wrong: FieldError[] = []
  const questions = figures.map((figure, index): SealedQuestion => {
    const definition = definitions.find(({ name }) => name === figure.measure)
    wrong.push(
      ...wrongFields(figure, definition, actor.today).map((field) => ({
        path: `figures.${index}.${field}`,
        code: 'field.format',
      })),
    )
    return {
      definition: definition!,
      organisationId: figure.organisationId ?? actor.appointment?.organisationId ?? notFound(),
      moment: { asOf: figure.asOf ?? actor.today, knownAt },
      from: figure.from ?? null,
      to: figure.to ?? null,
      by: figure.by ?? null,
    }
  })
  if (wrong.length > 0) invalid(wrong)
  for (const organisationId of new Set(questions.map((question) => question.organisationId)))
    for (const permission of ['reports.seal', 'figures.open'] as const)
      await mustReach(tx, { actor, permission }, organisationId)
  return questions
}

function wrongFields(
  figure: FigureToSeal,
  definition: MeasureDefinition | undefined,
  today: string,
): string[] {
  if (definition === undefined) return ['measure']
  const { asOf, from, to, by } = figure
  const wrong: string[] = []
  if (by !== undefined && !definition.breakdowns.includes(by)) wrong.push('by')
  if (asOf !== undefined && asOf > today) wrong.push('asOf')
  if (definition.counts === 'stock' && from !== undefined) wrong.push('from')
  if ((definition.counts === 'stock' && to !== undefined) || (from ?? '') > (to ?? '9999')) wrong.push('to')
  return wrong
}
