import { fill, type Sentence } from '../../i18n/texts.ts'

const posts: Record<string, Sentence> = {
  union_chair: { zh: '工会主席', en: 'Union chair' },
  union_vice_chair: { zh: '工会副主席', en: 'Union vice chair' },
  city_officer: { zh: '市总工会干部', en: 'City federation officer' },
  district_officer: { zh: '区总工会干部', en: 'District federation officer' },
  street_officer: { zh: '街道总工会干部', en: 'Street federation officer' },
  street_chair: { zh: '街道总工会主席', en: 'Street federation chair' },
  commissioner: { zh: '党工专员', en: 'Commissioner' },
  matchmaker: { zh: '职工红娘', en: 'Matchmaker' },
  judge: { zh: '评委', en: 'Judge' },
  finance_clerk: { zh: '财务人员', en: 'Finance clerk' },
  funds_auditor: { zh: '经审人员', en: 'Funds auditor' },
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
