import { Type, type Static } from 'typebox'
import { RuleSource } from './rule-source.ts'
import { Nullable } from './operation.ts'

/** What the nominee is to the principal of the organisation; near relatives as article 1045 of the Civil Code names them. */
export const nearRelations = ['spouse', 'parent', 'child', 'sibling', 'grandparent', 'grandchild'] as const
export const candidateRelations = ['none', ...nearRelations] as const
/** What the nominee is besides, as far as a rule asks. */
export const candidatePositions = [
  'owner',
  'investor',
  'head',
  'deputy_head',
  'partner',
  'personnel_head',
  'foreign_national',
  'union_chair',
  'vice_chair_for_money',
  'finance_staff',
] as const
export type CandidatePosition = (typeof candidatePositions)[number]

/** Everything a nominee may declare, as one list of words. */
export const declarations = [...nearRelations, ...candidatePositions] as const
export type Declaration = (typeof declarations)[number]

/** What somebody stands for; the rules differ. */
export const candidateOffices = ['committee', 'chair', 'audit_committee', 'commissioner'] as const
export type CandidateOffice = (typeof candidateOffices)[number]

/** What a nominee declares before an organisation. */
export const CandidacyDeclaration = Type.Object({
  relation: Type.Enum([...candidateRelations]),
  positions: Type.Array(Type.Enum([...candidatePositions]), { maxItems: 10, uniqueItems: true }),
})
export type CandidacyDeclaration = Static<typeof CandidacyDeclaration>

/** Why somebody cannot stand, with the rule and its source. */
export const CandidacyObstacle = Type.Object({
  code: Type.Enum([
    'not_declared',
    'near_relative',
    'owner_or_investor',
    'chair_exclusion',
    'audit_exclusion',
  ]),
  position: Nullable(Type.String()),
  rule: RuleSource,
})
export type CandidacyObstacle = Static<typeof CandidacyObstacle>
