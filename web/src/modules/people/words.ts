import type { DocumentKind, RevealPurpose } from '#contract/people-records.ts'
import { fill, type Sentence } from '../../i18n/texts.ts'

const sexes = { male: { zh: '男', en: 'male' }, female: { zh: '女', en: 'female' } } as const
const kinds = {
  member: { zh: '会员', en: 'member' },
  retained: { zh: '保留会籍', en: 'membership retained' },
} as const
const documents: Record<DocumentKind, Sentence> = {
  citizen_id: { zh: '居民身份证', en: 'Resident identity card' },
  residence_permit: { zh: '港澳台居民居住证', en: 'Residence permit (Hong Kong, Macau, Taiwan)' },
  hk_macau_permit: { zh: '港澳居民来往内地通行证', en: 'Mainland travel permit (Hong Kong, Macau)' },
  taiwan_permit: { zh: '台湾居民来往大陆通行证', en: 'Mainland travel permit (Taiwan)' },
  foreign_permanent_resident: { zh: '外国人永久居留身份证', en: 'Foreign permanent resident card' },
  passport: { zh: '护照', en: 'Passport' },
  military_id: { zh: '军人证件', en: 'Military identity card' },
  other: { zh: '其他证件', en: 'Other document' },
}
const hiddenFields = {
  documentNumber: { zh: '证件号码', en: 'document number' },
  mobile: { zh: '手机号', en: 'mobile' },
  cardNumber: { zh: '会员卡号', en: 'card number' },
} as const

/** 男 or 女; nothing where it is not recorded. */
export function sexName(sex: keyof typeof sexes | null): string {
  return sex ? fill(sexes[sex], {}) : ''
}

/** 会员 or 保留会籍. */
export function membershipKindName(kind: keyof typeof kinds): string {
  return fill(kinds[kind], {})
}

/** What a kind of identity document is called. */
export function documentKindName(kind: DocumentKind): string {
  return fill(documents[kind], {})
}

/** What a hidden column is called. */
export function hiddenFieldName(field: keyof typeof hiddenFields): string {
  return fill(hiddenFields[field], {})
}

const revealPurposeNames: Record<RevealPurpose, Sentence> = {
  contact: { zh: '联系本人', en: 'to reach the person' },
  identity: { zh: '核对身份', en: 'to check who it is' },
  membership: { zh: '办理会籍', en: 'for the membership' },
  benefit: { zh: '发放福利、保险', en: 'for a benefit or insurance' },
  complaint: { zh: '处理投诉', en: 'for a complaint' },
  other: { zh: '其他', en: 'something else' },
}

/** What a look at hidden data is for. */
export function revealPurposeName(purpose: RevealPurpose): string {
  return fill(revealPurposeNames[purpose], {})
}
