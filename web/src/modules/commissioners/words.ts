import type { StoryLine } from '#contract/commissioners.ts'
import { fill, type Sentence } from '../../i18n/texts.ts'
import { formatNumber } from '../../kit/format.ts'
import { t } from './texts.ts'

const types: Record<string, Sentence> = {
  new_economic: { zh: '新经济组织', en: 'new economic organisation' },
  new_social: { zh: '新社会组织', en: 'new social organisation' },
}

const shortTypes: Record<string, Sentence> = {
  new_economic: { zh: '新经济组织', en: 'economic' },
  new_social: { zh: '新社会组织', en: 'social' },
}

const lines: Record<string, Sentence> = {
  founded: { zh: '登记成立', en: 'Entered in the register' },
  workers: { zh: '填报职工 {text} 人', en: 'Reported {text} workers' },
  party_body: { zh: '建立党组织隶属', en: 'Got its Party body' },
  covered: { zh: '纳入工会覆盖', en: 'Covered by a union' },
  uncovered: { zh: '工会覆盖终止', en: 'No longer covered by that union' },
  elected: { zh: '工会委员会选举，任期 {text} 年', en: 'Its union elected a committee for {text} years' },
  post_given: { zh: '党工专员到任', en: 'A commissioner took the post' },
  post_ended: { zh: '党工专员任职结束', en: 'A commissioner’s post ended' },
}

/** New economic or new social. */
export function typeName(type: string): string {
  return types[type] ? fill(types[type], {}) : type
}

/** The same in one word, for a narrow column. */
export function shortTypeName(type: string): string {
  return shortTypes[type] ? fill(shortTypes[type], {}) : type
}

/** How a post came about. */
export function basisName(basis: string): string {
  if (basis === 'election') return t('elected')
  return basis === 'register' ? t('entered') : t('appointed')
}

/** One line of the story. */
export function storyWords({ code, text }: StoryLine): string {
  const sentence = lines[code]
  if (sentence === undefined) return code
  return fill(sentence, { text: text === null ? '' : formatNumber(Number(text)) })
}
