import {
  candidatePositions,
  candidateRelations,
  declarations,
  type CandidacyObstacle,
  type Declaration,
} from '#contract/candidacy.ts'
import { fill, type Sentence } from '../../i18n/texts.ts'

const relations: Record<(typeof candidateRelations)[number], Sentence> = {
  none: { zh: '没有近亲属关系', en: 'no near relative' },
  spouse: { zh: '配偶', en: 'spouse' },
  parent: { zh: '父母', en: 'parent' },
  child: { zh: '子女', en: 'child' },
  sibling: { zh: '兄弟姐妹', en: 'sibling' },
  grandparent: { zh: '祖父母、外祖父母', en: 'grandparent' },
  grandchild: { zh: '孙子女、外孙子女', en: 'grandchild' },
}

const positions: Record<(typeof candidatePositions)[number], Sentence> = {
  owner: { zh: '企业主', en: 'owner' },
  investor: { zh: '出资人', en: 'investor' },
  head: { zh: '行政负责人', en: 'administrative head' },
  deputy_head: { zh: '行政副职', en: 'deputy head' },
  partner: { zh: '合伙人', en: 'partner' },
  personnel_head: { zh: '人力资源部门负责人', en: 'head of personnel' },
  foreign_national: { zh: '外籍职工', en: 'foreign national' },
  union_chair: { zh: '工会主席', en: 'union chair' },
  vice_chair_for_money: { zh: '分管经费的副主席', en: 'vice chair for money' },
  finance_staff: { zh: '财务人员', en: 'finance staff' },
}

const words: Record<string, Sentence> = {
  ...relations,
  ...positions,
  // Elections from before asked only whether, not which.
  near_relative: { zh: '企业主要负责人的近亲属', en: 'near relative of the principal' },
}

/** What somebody declared, in a word. */
export function declarationName(word: string): string {
  return words[word] ? fill(words[word], {}) : word
}

/** What a candidate may declare to be to the principal. */
export function relationOptions(): { value: string; label: string }[] {
  return candidateRelations.map((value) => ({ value, label: fill(relations[value], {}) }))
}

/** What a candidate may declare to be besides. */
export function positionOptions(): { value: string; label: string }[] {
  return candidatePositions.map((value) => ({ value, label: fill(positions[value], {}) }))
}

/** Everything a nominee may declare, as one list; relations are those to the principal of the enterprise. */
export function declarationOptions(): { value: Declaration; label: string }[] {
  return declarations.map((value) => ({ value, label: fill(words[value]!, {}) }))
}

/** What stands in the way: the relation or position that the rule names. */
export function obstacleWords({ position }: CandidacyObstacle): string {
  return position === null ? '' : declarationName(position)
}
