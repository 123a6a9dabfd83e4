import { fill, type Sentence } from '../../../i18n/texts.ts'

const roles: Record<string, Sentence> = {
  city: { zh: '市总工会', en: 'City federation' },
  district: { zh: '区总工会', en: 'District federation' },
  district2: { zh: '区总工会（复核）', en: 'District federation (second)' },
  street: { zh: '街道总工会', en: 'Street federation' },
  commissioner: { zh: '党工专员', en: 'Commissioner' },
  union: { zh: '基层工会主席', en: 'Basic union chair' },
  worker: { zh: '职工', en: 'Worker' },
  worker2: { zh: '职工（二）', en: 'Worker (second)' },
  matchmaker: { zh: '红娘', en: 'Matchmaker' },
  judge: { zh: '评委', en: 'Judge' },
  finance: { zh: '财务', en: 'Finance clerk' },
  auditor: { zh: '经审', en: 'Funds auditor' },
  scrutineer: { zh: '监票人', en: 'Scrutineer' },
  system: { zh: '系统管理员', en: 'System administrator' },
  security: { zh: '安全管理员', en: 'Security administrator' },
  audit: { zh: '审计管理员', en: 'Audit administrator' },
}

/** What a demo log-in is called on the button; a role without a name keeps its code. */
export function roleName(role: string): string {
  const sentence = roles[role]
  return sentence ? fill(sentence, {}) : role
}
