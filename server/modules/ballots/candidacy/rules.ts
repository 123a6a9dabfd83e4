import {
  nearRelations,
  type CandidacyDeclaration,
  type CandidacyObstacle,
  type CandidateOffice,
  type Declaration,
} from '#contract/candidacy.ts'
import type { BallotKind, DeclaredWord } from '#contract/ballots-shapes.ts'
import { ruleFor, type Rule } from '#server/modules/rules/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

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
  if (declared === null) return [{ code: 'not_declared', position: null, rule: seen(nearRelatives) }]
  const obstacles: CandidacyObstacle[] = []
  if (nearRelatives.value.includes(declared.relation))
    obstacles.push({ code: 'near_relative', position: declared.relation, rule: seen(nearRelatives) })
  const bar = (code: CandidacyObstacle['code'], rule: Rule<readonly string[]>) => {
    for (const position of declared.positions)
      if (rule.value.includes(position)) obstacles.push({ code, position, rule: seen(rule) })
  }
  if (office === 'chair' || office === 'commissioner') bar('owner_or_investor', owner)
  if (office === 'chair') bar('chair_exclusion', chair)
  if (office === 'audit_committee') bar('audit_exclusion', audit)
  return obstacles
}

const officeOf: Partial<Record<BallotKind, CandidateOffice>> = {
  committee: 'committee',
  standing_committee: 'committee',
  audit_committee: 'audit_committee',
  chair: 'chair',
}

/** What bars somebody nominated who declares these words, each with its source (B11, B12, B19); delegates and recalls bar nobody. */
export function barredBy(
  kind: BallotKind,
  declared: readonly Declaration[],
  rules: CandidacyRules,
): { declaration: DeclaredWord; source: string }[] {
  const office = officeOf[kind]
  if (office === undefined) return []
  const positions = declared.filter((each): each is Position => !isRelation(each))
  const relations = declared.filter(isRelation)
  const asDeclared = [
    { relation: 'none', positions } as const,
    ...relations.map((relation) => ({ relation, positions: [] })),
  ]
  return asDeclared
    .flatMap((each) => obstaclesOf(office, each, rules))
    .map(({ position, rule }) => ({ declaration: position as Declaration, source: rule.source }))
}

type Position = CandidacyDeclaration['positions'][number]
type Relation = Exclude<Declaration, Position>

function isRelation(word: Declaration): word is Relation {
  return (nearRelations as readonly string[]).includes(word)
}

function seen({ key, version, value, operator, source }: Rule<unknown>): CandidacyObstacle['rule'] {
  return { key, version, value, operator, source }
}
