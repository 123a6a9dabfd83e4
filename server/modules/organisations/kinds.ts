import type { OrganisationKind } from '#contract/organisation-shapes.ts'

/** How high a kind stands; what is not named stands below every union. */
const ranks: Partial<Record<OrganisationKind, number>> = {
  federation: 1,
  industrial_union: 2,
  street_federation: 2,
  union_association: 3,
  basic_union: 4,
}

/** Places of work and other bodies: they may stand below any union, and below each other. */
const placeRank = 5

/** Whether organisations of this kind have members and a committee. */
export function isUnion(kind: string): boolean {
  return kind in ranks
}

/** Whether a kind may lead another: unions lead their own rank and everything below, an employer leads only places of its own. */
export function mayLead(parent: string, child: string): boolean {
  if (child === 'employer') return isUnion(parent)
  return rankOf(parent) <= rankOf(child)
}

/** Whether organisations of these kinds may become one: unions with unions, otherwise like with like. */
export function mayMerge(a: string, b: string): boolean {
  return a === b || (isUnion(a) && isUnion(b))
}

function rankOf(kind: string): number {
  return ranks[kind as OrganisationKind] ?? placeRank
}
