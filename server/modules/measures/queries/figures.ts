import type { Tx } from '#server/platform/db/transaction.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { readKept, type KeptFigures, type KeptPart } from '../rollups/read.ts'
import { seriesOf } from '../rules.ts'
import { groupsOf, totalOf, type Group, type Question } from './rows-behind.ts'

/** What the figure comes to, from the kept figures where they can answer it, else from the rows: the same number. */
export async function totalNow(tx: Tx, question: Question): Promise<number> {
  const kept = await keptOf(tx, question)
  return kept === undefined ? totalOf(tx, question) : keptTotal(kept, question)
}

/** What it comes to by one of the breakdowns, likewise. */
export async function groupsNow(tx: Tx, question: Question, by: string): Promise<Group[]> {
  const kept = await keptOf(tx, question)
  return kept === undefined ? groupsOf(tx, question, by) : keptGroups(kept, question, by)
}

/** The kept figures of all the measures for one organisation today, by name; what is missing must be asked of the rows. */
export function keptToday(
  tx: Tx,
  definitions: readonly MeasureDefinition[],
  { organisationId, moment }: Question,
): Promise<Map<string, KeptFigures>> {
  return readKept(tx, definitions, { organisationId, asOf: moment.asOf })
}

/** The whole of a kept figure. */
export function keptTotal(kept: KeptFigures, { organisationId }: Question): number {
  return kept.parts.find((part) => isLed(part, organisationId) && part.breakdown === '')?.value ?? 0
}

/** What a kept figure was last year up to this day of it. */
export function keptSoFar(kept: KeptFigures): number {
  return kept.parts.find(({ breakdown }) => breakdown === 'so_far')?.value ?? 0
}

/** A kept figure by one of its breakdowns, as the rows would be grouped. */
export function keptGroups(kept: KeptFigures, question: Question, by: string): Group[] {
  if (by === 'organisation') return byOrganisation(kept, question)
  const parts = kept.parts.filter((part) => isLed(part, question.organisationId) && part.breakdown === by)
  if (by !== 'year' || question.definition.counts === 'flow')
    return parts.map(({ key, value }) => ({ key, label: key, value }))
  const values = new Map(parts.map(({ key, value }) => [key, value]))
  return seriesOf(question.moment.asOf, question).map(({ year }) => ({
    key: year,
    label: year,
    value: values.get(year) ?? 0,
  }))
}

function byOrganisation({ parts, places }: KeptFigures, { organisationId, definition }: Question): Group[] {
  const values = new Map(
    parts
      .filter(
        ({ organisationId: id, reach, breakdown }) =>
          breakdown === '' && (reach === 'own') === (id === organisationId),
      )
      .map((part) => [part.organisationId, part.value]),
  )
  return places
    .filter(({ id }) => id !== organisationId || (definition.counts === 'flow' && values.has(id)))
    .map(({ id, name }) => ({ key: id, label: name, value: values.get(id) ?? 0 }))
    .sort((a, b) => b.value - a.value)
}

function isLed({ reach, organisationId }: KeptPart, of: string): boolean {
  return reach === 'led' && organisationId === of
}

async function keptOf(tx: Tx, question: Question): Promise<KeptFigures | undefined> {
  const { definition, moment, from, to } = question
  if (moment.knownAt !== null || from !== null || to !== null) return undefined
  return (await keptToday(tx, [definition], question)).get(definition.name)
}
