import type {
  CandidacyDeclaration,
  CandidacyObstacle,
  CandidateOffice,
} from '#contract/commissioners-posts.ts'
import { ruleFor, type Rule } from '#server/modules/rules/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { sourceOf } from '../eligibility/due-rules.ts'
import { latestDeclaration } from './store.ts'

/** The candidate rules as they hold on a day: relations and positions that bar from an office. */
export interface CandidacyRules {
  nearRelatives: Rule<readonly string[]>
  chair: Rule<readonly string[]>
  owner: Rule<readonly string[]>
  audit: Rule<readonly string[]>
}

/** Reads them: B11, B12 with the owners of programme 1, B19. */
export async function candidacyRules(tx: Tx, day: string): Promise<CandidacyRules> {
  return {
    nearRelatives: await ruleFor(tx, 'candidacy.near_relatives', day),
    chair: await ruleFor(tx, 'candidacy.chair_exclusions', day),
    owner: await ruleFor(tx, 'candidacy.owner_exclusions', day),
    audit: await ruleFor(tx, 'candidacy.audit_exclusions', day),
  }
}

/**
 * What stands in the way of a candidacy, each with its rule: near relatives of the principal are barred from every office of the enterprise (B11), owners
 * and investors from chair and commissioner (seed), heads, deputies, partners, heads of personnel and foreign nationals from the chair (B12), chair,
 * vice chair for money and finance staff from the audit committee (B19). Whoever has declared nothing cannot stand.
 */
export function obstaclesOf(
  office: CandidateOffice,
  declared: CandidacyDeclaration | null,
  rules: CandidacyRules,
): CandidacyObstacle[] {
  const { nearRelatives, chair, owner, audit } = rules
  if (declared === null) return [{ code: 'not_declared', position: null, rule: sourceOf(nearRelatives) }]
  const obstacles: CandidacyObstacle[] = []
  if (nearRelatives.value.includes(declared.relation))
    obstacles.push({ code: 'near_relative', position: declared.relation, rule: sourceOf(nearRelatives) })
  const bar = (code: CandidacyObstacle['code'], rule: Rule<readonly string[]>) => {
    for (const position of declared.positions)
      if (rule.value.includes(position)) obstacles.push({ code, position, rule: sourceOf(rule) })
  }
  if (office === 'chair' || office === 'commissioner') bar('owner_or_investor', owner)
  if (office === 'chair') bar('chair_exclusion', chair)
  if (office === 'audit_committee') bar('audit_exclusion', audit)
  return obstacles
}

/** The obstacles of a person (the root record) at an organisation, by what they declared last, on a day. Elections ask this too. */
export async function candidacyObstacles(
  tx: Tx,
  asked: { personId: string; organisationId: string; office: CandidateOffice; day: string },
): Promise<CandidacyObstacle[]> {
  return obstaclesOf(asked.office, await latestDeclaration(tx, asked), await candidacyRules(tx, asked.day))
}
