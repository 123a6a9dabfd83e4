import { fill, type Sentence } from '../../i18n/texts.ts'
import { postName } from '../access/posts.ts'
import { t } from './texts.ts'

const bases: Record<string, Sentence> = {
  election: { zh: '选举', en: 'election' },
  document: { zh: '任命文件', en: 'document' },
  register: { zh: '台账登记', en: 'register' },
  substitution: { zh: '代理', en: 'substitution' },
}

const reasons: Record<string, Sentence> = {
  term_over: { zh: '届满', en: 'term over' },
  resigned: { zh: '辞职', en: 'resigned' },
  transferred: { zh: '调离', en: 'transferred' },
  dismissed: { zh: '免职', en: 'dismissed' },
  recalled: { zh: '罢免', en: 'recalled' },
  retired: { zh: '退休', en: 'retired' },
  deceased: { zh: '去世', en: 'deceased' },
  mistake: { zh: '登记有误', en: 'entered by mistake' },
  membership_ended: { zh: '会籍终止', en: 'membership ended' },
  organisation_ended: { zh: '单位撤销或合并', en: 'the organisation ended' },
  handed_over: { zh: '工作已交接', en: 'handed over' },
}

/** What an appointment rests on, in words. */
export function basisName(code: string): string {
  return wordOf(bases, code)
}

/** Why an appointment ended, in words. */
export function reasonName(code: string): string {
  return wordOf(reasons, code)
}

/** The post of an appointment, with “代理” before it where somebody only stands in. */
export function heldPost({ post, acting }: { post: string; acting: boolean }): string {
  return acting ? `${t('acting')} ${postName(post)}` : postName(post)
}

function wordOf(words: Record<string, Sentence>, code: string): string {
  const sentence = words[code]
  return sentence ? fill(sentence, {}) : code
}
