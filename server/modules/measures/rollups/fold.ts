import { sql } from 'kysely'
import { today } from '#server/platform/clock.ts'
import { inTenant, type Tx, type TxHost } from '#server/platform/db/transaction.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { keepState, staleOf } from './making.ts'
import { isCountedOnce, yearOf, type Kept } from './parts.ts'
import {
  addCells,
  countSums,
  dropEmptySums,
  forgetFigure,
  forgetFigures,
  forgetMarks,
  keepCells,
  keepTree,
  keptAncestors,
  marksDue,
  yearKept,
  type Mark,
} from './store.ts'

/** Whatever changes the tree changes every figure of those it moves. */
export const treeSource = 'organisation_tree'

/**
 * Carries the marks of a tenant into its sums, or makes the sums where there are none of this year. Everything is read from one snapshot: what is
 * written meanwhile keeps its mark. Where two fold at once, one of them fails and changes nothing.
 */
export async function foldFigures(
  host: TxHost,
  tenantId: string,
  definitions: readonly MeasureDefinition[],
): Promise<{ carried: number }> {
  return inTenant(host, tenantId, async (tx) => {
    await sql`set transaction isolation level repeatable read`.execute(tx)
    const marks = await marksDue(tx)
    const asOf = await today(tx)
    const stale = await staleOf(tx, definitions)
    const isKept = (await yearKept(tx)) === yearOf(asOf)
    if (isKept && marks.length === 0 && stale.length === 0) return { carried: 0 }
    await keepState(tx, definitions, yearOf(asOf))
    if (isKept) {
      const others = definitions.filter((definition) => !stale.includes(definition))
      await carry(tx, others, { marks, asOf })
      for (const definition of stale) await forgetFigure(tx, definition.name)
      await make(tx, stale, asOf)
    } else {
      await forgetFigures(tx)
      await keepTree(tx, asOf, null)
      await make(tx, definitions, asOf)
    }
    await forgetMarks(tx, marks)
    return { carried: marks.length }
  })
}

async function make(tx: Tx, definitions: readonly MeasureDefinition[], asOf: string): Promise<void> {
  for (const definition of definitions) {
    const kept = { definition, asOf }
    await keepCells(tx, kept, null)
    if (isCountedOnce(definition)) await countSums(tx, kept, null)
    else await addCells(tx, kept, { ids: null, sign: 1 })
  }
}

interface Work {
  kept: Kept
  ids: string[]
  /** Of what counts once: all that led any of them before. */
  above: string[]
}

// Out with what the organisations came to, by the tree of then; in with what they come to now, by the tree of now.
async function carry(
  tx: Tx,
  definitions: readonly MeasureDefinition[],
  { marks, asOf }: { marks: readonly Mark[]; asOf: string },
): Promise<void> {
  const works: Work[] = []
  for (const definition of definitions) {
    const ids = markedFor(definition, marks)
    if (ids.length === 0) continue
    const kept = { definition, asOf }
    const isOnce = isCountedOnce(definition)
    if (!isOnce) await addCells(tx, kept, { ids, sign: -1 })
    works.push({ kept, ids, above: isOnce ? await keptAncestors(tx, ids) : [] })
    await keepCells(tx, kept, ids)
  }
  const moved = organisationsOf(marks, (source) => source === treeSource)
  if (moved.length > 0) await keepTree(tx, asOf, moved)
  for (const { kept, ids, above } of works) {
    if (isCountedOnce(kept.definition))
      await countSums(tx, kept, [...new Set([...above, ...(await keptAncestors(tx, ids))])])
    else await addCells(tx, kept, { ids, sign: 1 })
  }
  await dropEmptySums(
    tx,
    works.map(({ kept }) => kept.definition.name),
  )
}

function markedFor({ sources }: MeasureDefinition, marks: readonly Mark[]): string[] {
  return organisationsOf(marks, (source) => source === treeSource || sources.includes(source))
}

function organisationsOf(marks: readonly Mark[], isMeant: (source: string) => boolean): string[] {
  return [
    ...new Set(marks.filter(({ source }) => isMeant(source)).map(({ organisationId }) => organisationId)),
  ]
}
