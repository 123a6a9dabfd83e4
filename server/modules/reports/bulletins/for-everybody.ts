import type { BulletinContent, BulletinFigure } from '#contract/reports-bulletins.ts'
import { hideIn } from '#server/modules/measures/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { withFigures } from './render.ts'

/**
 * A content as it may leave the house: whoever reads it cannot be asked not to tell, so counts of fewer than `measures.smallest_count` are kept
 * back, and with them what would give them away by subtraction, by the rule for officers who may not open the rows.
 */
export async function forEverybody(tx: Tx, content: BulletinContent): Promise<BulletinContent> {
  const { value: smallest } = await ruleFor<number>(tx, 'measures.smallest_count', content.asOf)
  return withFigures(
    content,
    content.figures.map((figure) => protectedFigure(figure, smallest)),
  )
}

function protectedFigure(figure: BulletinFigure, smallest: number): BulletinFigure {
  const { value, groups } = figure
  if (value === null) return figure
  if (value > 0 && value < smallest)
    return { ...figure, value: null, groups: groups?.map((group) => ({ ...group, value: null })) ?? null }
  if (groups === null) return figure
  // What was kept back from the author already stays so.
  const cells = groups.map((group) => ({ value: group.value ?? 0, hidden: group.value === null }))
  const inParts = cells.reduce((sum, cell) => sum + cell.value, 0)
  hideIn(cells, smallest, Math.max(0, value - inParts))
  return {
    ...figure,
    groups: groups.map((group, at) => ({ ...group, value: cells[at]!.hidden ? null : group.value })),
  }
}
