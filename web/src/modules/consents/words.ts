import type { NoticeText } from '#contract/consents.ts'
import { language } from '../../i18n/language.ts'
import { fill, type Sentence } from '../../i18n/texts.ts'

const items: Record<keyof NoticeText, Sentence> = {
  controller: { zh: '谁在处理您的信息', en: 'Who is responsible' },
  contact: { zh: '联系方式', en: 'Whom to ask' },
  purposes: { zh: '用来做什么', en: 'What for' },
  method: { zh: '怎样处理', en: 'How' },
  kinds: { zh: '哪些信息', en: 'Which data' },
  retention: { zh: '保存多久', en: 'How long' },
  rights: { zh: '您的权利', en: 'Your rights' },
}
const bases: Record<string, Sentence> = {
  statutory_duty: { zh: '法定职责', en: 'duty by law' },
  contract: { zh: '履行约定', en: 'agreement' },
  consent: { zh: '本人同意', en: 'consent' },
}
const retained: Record<string, Sentence> = {
  'retention.audit_entries': { zh: '审计日志', en: 'Audit log' },
  'retention.assessments': { zh: '影响评估', en: 'Impact assessments' },
  'retention.reveals': { zh: '查看完整号码的记录', en: 'Looks at full numbers' },
  'retention.card_checks': { zh: '查验会员卡的记录', en: 'Checks of cards' },
  'retention.member_exports': { zh: '导出名册的记录', en: 'Lists taken away' },
  'retention.import_rows': { zh: '已结束导入的行数据', en: 'Rows of ended imports' },
  'retention.import_files': { zh: '已结束导入的原文件', en: 'Files of ended imports' },
  'retention.corrections': {
    zh: '已结束的更正申请和附件',
    en: 'Corrections that are over, with their files',
  },
  'retention.ended_tasks': { zh: '已办结的待办', en: 'Ended tasks' },
  'retention.ballot_papers': {
    zh: '封存的选票（纸质录入、手机密文）和领票、领凭证记录',
    en: 'Ballots of elections, on paper as keyed and by phone, and who collected one or drew a token',
  },
  'retention.expired_sessions': { zh: '过期的登录', en: 'Sessions that are over' },
  'retention.invited_persons': { zh: '邀请到期的外请人员', en: 'Persons invited from outside' },
}
const kinds: Record<string, Sentence> = {
  name: { zh: '姓名', en: 'names' },
  document: { zh: '证件号码', en: 'document numbers' },
  mobile: { zh: '手机号', en: 'mobiles' },
  bank_account: { zh: '银行账号', en: 'bank accounts' },
  health: { zh: '健康', en: 'health' },
  family: { zh: '家庭情况', en: 'family' },
  other: { zh: '其他', en: 'other' },
}
const named = (table: Record<string, Sentence>, code: string) =>
  fill(table[code] ?? { zh: code, en: code }, {})

/** The seven items a notice must say, in their order. */
export const noticeItems = Object.keys(items) as (keyof NoticeText)[]
/** What an item of the notice is called. */
export const noticeItemName = (item: keyof NoticeText): string => fill(items[item], {})
/** What a legal basis is called. */
export const basisName = (basis: string): string => named(bases, basis)
/** What a rule of retention is about. */
export const retainedName = (key: string): string => named(retained, key)
/** A kind of data a breach touches. */
export const breachKindName = (kind: string): string => named(kinds, kind)
/** The text of the language in use. */
export const inLanguage = <T>(both: { zh: T; en: T }): T => both[language()]
