import { personRecords } from '#server/modules/people/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { yuanOf } from '../yuan.ts'
import { benefitsBehind, sumsBefore, type ClaimedBenefit } from './queries/benefits.ts'
import { benefitTermsOn } from './queries/terms.ts'
import { excessesOf, type Excess } from './rules.ts'

/** A ceiling that a claim passes, and the rule that says so. */
export interface AboveCeiling extends Excess {
  claimId: string
  rule: string
}

/**
 * Which of these claims pay a benefit above its ceiling that nobody allowed, judged anew by the rules and the records of now: two records of one
 * person may have been joined since, and a rule corrected. Only what was recorded before a benefit is held against it.
 */
export async function aboveCeilings(tx: Tx, claimIds: readonly string[]): Promise<AboveCeiling[]> {
  const benefits = await benefitsBehind(tx, claimIds)
  const above: AboveCeiling[] = []
  for (const benefit of benefits) above.push(...(await excessOf(tx, benefit)))
  return above
}

/** Refuses claims above a ceiling (422), with the ceiling, the excess and the rule. */
export async function mustKeepCeilings(tx: Tx, claimIds: readonly string[]): Promise<void> {
  refuseAbove(await aboveCeilings(tx, claimIds))
}

/** Refuses the first of these, where there is one. */
export function refuseAbove([first]: readonly AboveCeiling[]): void {
  if (first === undefined) return
  const { limitFen, excessFen, rule } = first
  refuse('ceilings.list_above', { limit: yuanOf(limitFen), excess: yuanOf(excessFen), rule })
}

async function excessOf(tx: Tx, benefit: ClaimedBenefit): Promise<AboveCeiling[]> {
  if (benefit.state === 'allowed') return []
  const { ceilings } = await benefitTermsOn(tx, benefit.givenOn)
  const records = await personRecords(tx, benefit.personId)
  const before = await sumsBefore(tx, {
    ...benefit,
    recordIds: records?.recordIds ?? [benefit.personId],
    year: benefit.givenOn.slice(0, 4),
    before: benefit.id,
  })
  return excessesOf({ ...benefit, ...before }, ceilings.value)
    .slice(0, 1)
    .map((excess) => ({ ...excess, claimId: benefit.claimId, rule: ceilings.source }))
}
