import { fill, type Sentence } from '../../i18n/texts.ts'

// The posts of the reference table `posts`; a post added there needs its names here.
const posts: Record<string, Sentence> = {
  union_chair: { zh: '工会主席', en: 'Union chair' },
  union_vice_chair: { zh: '工会副主席', en: 'Union vice chair' },
  city_officer: { zh: '市总工会干部', en: 'City federation officer' },
  federation_officer: { zh: '区（县）总工会干部', en: 'District federation officer' },
  street_officer: { zh: '街道（镇）总工会干部', en: 'Sub-district federation officer' },
  union_officer: { zh: '工会干事', en: 'Union officer' },
  union_organiser: { zh: '工会组建专员', en: 'Union organiser' },
  audit_committee_member: { zh: '经审委员', en: 'Funds audit committee member' },
  commissioner: { zh: '党工专员', en: 'Commissioner' },
  matchmaker: { zh: '职工红娘', en: 'Matchmaker' },
  judge: { zh: '评委', en: 'Judge' },
  finance_clerk: { zh: '财务人员', en: 'Finance clerk' },
  scrutineer: { zh: '监票人', en: 'Scrutineer' },
  system_administrator: { zh: '系统管理员', en: 'System administrator' },
  security_administrator: { zh: '安全管理员', en: 'Security administrator' },
  audit_administrator: { zh: '审计管理员', en: 'Audit administrator' },
}

/** A post as people call it; a post without a name here keeps its code. */
export function postName(code: string): string {
  const sentence = posts[code]
  return sentence ? fill(sentence, {}) : code
}

/** Every post, as the options of a picker. */
export function postOptions(): { value: string; label: string }[] {
  return Object.keys(posts).map((value) => ({ value, label: postName(value) }))
}
