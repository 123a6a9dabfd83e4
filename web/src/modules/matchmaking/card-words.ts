import type { ProfileCard } from '#contract/matchmaking-entry.ts'
import { fill, type Sentence } from '../../i18n/texts.ts'

const trades: Record<ProfileCard['trade'], Sentence> = {
  manufacturing: { zh: '制造业', en: 'manufacturing' },
  construction: { zh: '建筑业', en: 'construction' },
  transport: { zh: '交通运输', en: 'transport' },
  information: { zh: '信息技术', en: 'information technology' },
  finance: { zh: '金融', en: 'finance' },
  health: { zh: '医疗卫生', en: 'health care' },
  education: { zh: '教育', en: 'education' },
  public_service: { zh: '机关事业', en: 'public service' },
  trade: { zh: '商贸', en: 'trade' },
  hospitality: { zh: '餐饮住宿', en: 'hospitality' },
  energy: { zh: '能源', en: 'energy' },
  other: { zh: '其他行业', en: 'other' },
}

const educations: Record<string, Sentence> = {
  secondary: { zh: '高中及以下', en: 'secondary school' },
  vocational: { zh: '中专技校', en: 'vocational school' },
  college: { zh: '大专', en: 'college' },
  bachelor: { zh: '本科', en: 'bachelor' },
  master: { zh: '硕士', en: 'master' },
  doctor: { zh: '博士', en: 'doctor' },
}

const incomes: Record<string, Sentence> = {
  under_5: { zh: '年收入 5 万以下', en: 'under 50,000 yuan a year' },
  '5_to_10': { zh: '年收入 5—10 万', en: '50,000–100,000 yuan a year' },
  '10_to_20': { zh: '年收入 10—20 万', en: '100,000–200,000 yuan a year' },
  '20_to_30': { zh: '年收入 20—30 万', en: '200,000–300,000 yuan a year' },
  over_30: { zh: '年收入 30 万以上', en: 'over 300,000 yuan a year' },
}

const houses: Record<string, Sentence> = {
  own: { zh: '有住房', en: 'owns a home' },
  with_loan: { zh: '有住房（有贷款）', en: 'owns a home with a loan' },
  none: { zh: '暂无住房', en: 'no home of their own' },
}

const childrens: Record<string, Sentence> = {
  none: { zh: '没有子女', en: 'no children' },
  with_me: { zh: '有子女，随本人', en: 'children living with them' },
  not_with_me: { zh: '有子女，不随本人', en: 'children living elsewhere' },
}

const said = (table: Record<string, Sentence>, key: string | null) =>
  key === null || table[key] === undefined ? null : fill(table[key], {})

/** Levels of education in their order, as a filter offers them. */
export const educationKeys = Object.keys(educations)

/** The name of a level of education, or null where none is given. */
export function educationName(key: string | null): string | null {
  return said(educations, key)
}

/** The name of a trade. */
export const tradeName = (trade: ProfileCard['trade']): string => fill(trades[trade], {})
/** The name of a band of income. */
export const incomeName = (band: string): string => said(incomes, band) ?? band
/** How somebody lives. */
export const houseName = (kind: string): string => said(houses, kind) ?? kind
/** Whether somebody has children. */
export const childrenName = (kind: string): string => said(childrens, kind) ?? kind

/** Five years of age in words. */
export function ageBandName(band: string): string {
  return fill({ zh: '{band} 岁', en: 'aged {band}' }, { band: band.replace('-', '–') })
}

/** A man or a woman. */
export function sexName(sex: 'male' | 'female'): string {
  return fill(sex === 'male' ? { zh: '男', en: 'man' } : { zh: '女', en: 'woman' }, {})
}

/** What a card says besides the nickname, each a short phrase: only what its owner gave. */
export function cardPhrases(card: ProfileCard, district: string): string[] {
  return [
    ageBandName(card.ageBand),
    district,
    fill(trades[card.trade], {}),
    card.heightCm === null ? null : fill({ zh: '{cm} 厘米', en: '{cm} cm' }, { cm: card.heightCm }),
    educationName(card.educationLevel),
    said(incomes, card.income),
    said(houses, card.house),
    said(childrens, card.children),
  ].filter((phrase) => phrase !== null && phrase !== '') as string[]
}
