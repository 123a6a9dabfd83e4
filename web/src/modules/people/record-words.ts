import type { EndingKind } from '#contract/people-records.ts'
import { fill, type Sentence } from '../../i18n/texts.ts'
import { formatDay } from '../../kit/format.ts'
import { t } from './texts.ts'

const forms: Record<string, Sentence> = {
  contract: { zh: '劳动合同', en: 'contract' },
  dispatch: { zh: '劳务派遣', en: 'dispatched' },
  flexible: { zh: '灵活就业', en: 'flexible' },
  platform: { zh: '平台用工', en: 'platform work' },
}
const reasons: Record<string, Sentence> = {
  left: { zh: '离职', en: 'left' },
  withdrawn: { zh: '本人退会', en: 'withdrew' },
  retired: { zh: '退休', en: 'retired' },
  deceased: { zh: '去世', en: 'deceased' },
  changed: { zh: '情况变更', en: 'changed' },
  transferred: { zh: '转会', en: 'transferred' },
  expelled: { zh: '开除会籍', en: 'expelled' },
  merged: { zh: '工会合并', en: 'unions merged' },
  union_closed: { zh: '工会撤销', en: 'union closed' },
}
const politicalAffiliations: Record<string, string> = {
  中共党员: 'Member of the Communist Party',
  中共预备党员: 'Probationary Party member',
  共青团员: 'Youth League member',
  民主党派: 'Democratic party',
  无党派人士: 'Non-party personage',
  群众: 'No party affiliation',
  其他: 'Other',
}
const educationLevels: Record<string, string> = {
  初中及以下: 'Junior secondary or below',
  '高中/中专': 'Senior secondary',
  大专: 'Junior college',
  本科: 'Bachelor',
  研究生: 'Postgraduate',
}
const households: Record<string, string> = { 城镇: 'Urban', 农村: 'Rural' }

/** 劳动合同, 劳务派遣 …; what a roster wrote in other words stays as it is. */
export function employmentFormName(form: string | null): string {
  return form === null ? '' : named(forms, form)
}

/** Forms of employment as choices. */
export function employmentFormOptions() {
  return Object.keys(forms).map((value) => ({ value, label: named(forms, value) }))
}

/** Why a membership or an employment ended; a reason an officer wrote stays as it is. */
export function endReasonName(reason: string | null): string {
  return reason === null ? '' : named(reasons, reason)
}

/** What happens to a membership, as officers call it. */
export function endingName(kind: EndingKind): string {
  const names = {
    left: t('kindLeft'),
    retired: t('kindRetired'),
    withdrawn: t('kindWithdrawn'),
    deceased: t('kindDeceased'),
    retained: t('kindRetained'),
    restored: t('kindRestored'),
  }
  return names[kind]
}

/** What a change of many did. */
export function massChangeName(kind: EndingKind | 'moved' | 'merged'): string {
  if (kind === 'moved') return t('massMoved')
  return kind === 'merged' ? t('massMerged') : endingName(kind)
}

/** The values of a word list kept in Chinese, with what they are called in the reader’s language. */
export type WordList = 'politicalAffiliation' | 'educationLevel' | 'householdType'
const lists: Record<WordList, Record<string, string>> = {
  politicalAffiliation: politicalAffiliations,
  educationLevel: educationLevels,
  householdType: households,
}

/** A value of a word list in the reader’s language; a value outside the list stays as it is. */
export function listedName(list: WordList, value: string | null): string {
  return value === null ? '' : fill({ zh: value, en: lists[list][value] ?? value }, {})
}

/** The values of a word list as choices, with the one on record even when it is none of them. */
export function listedOptions(list: WordList, onRecord: string | null) {
  const values = Object.keys(lists[list])
  const all = onRecord === null || values.includes(onRecord) ? values : [onRecord, ...values]
  return all.map((value) => ({ value, label: listedName(list, value) }))
}

/** The day somebody joined, as exactly as it is known: `2019年3月`, `2019年`. */
export function joinedWords(on: string | null, precision: 'day' | 'month' | 'year' | null): string {
  if (on === null) return ''
  const [year, month] = on.split('-').map(Number)
  if (precision === 'year') return fill({ zh: '{year}年', en: '{year}' }, { year })
  if (precision === 'month')
    return fill({ zh: '{year}年{month}月', en: '{year}-{padded}' }, { year, month, padded: on.slice(5, 7) })
  return formatDay(on)
}

function named(table: Record<string, Sentence>, code: string): string {
  const sentence = table[code]
  return sentence ? fill(sentence, {}) : code
}
