import type { MatchReason } from '#contract/commissioners-pool.ts'
import { fill, type Sentence } from '../../i18n/texts.ts'
import { formatDay } from '../../kit/format.ts'
import { skillName } from './skill-words.ts'

const reasons: Record<MatchReason['code'], Sentence> = {
  same_street: { zh: '本街道推荐', en: 'recommended by this street' },
  wished_street: { zh: '意向在本街道', en: 'wishes for this street' },
  available_now: { zh: '现在可到任', en: 'available now' },
  available_later: { zh: '{value} 起可到任', en: 'available from {value}' },
  skill: { zh: '懂{value}', en: 'knows {value}' },
  trained: { zh: '已培训 {value} 学时', en: '{value} hours of training' },
  not_trained: {
    zh: '培训 {value} 学时，未达初任要求',
    en: '{value} hours of training, less than induction asks',
  },
  free: { zh: '目前没有任职', en: 'holds no post' },
  posts_held: { zh: '已在 {value} 家任职', en: 'holds {value} {value|post|posts}' },
  posts_full: { zh: '已任 {value} 家，不能再增加', en: 'holds {value} posts, which is the most' },
}

const points: Record<string, Sentence> = {
  members: { zh: '会员名册和联系方式', en: 'roster and contacts' },
  documents: { zh: '文件档案', en: 'files' },
  seal: { zh: '印章和证书', en: 'seal and certificates' },
  money: { zh: '经费账目', en: 'accounts' },
  venue: { zh: '活动场所和设备', en: 'venue and equipment' },
  open_matters: { zh: '未办结事项', en: 'open matters' },
}

const endings: Record<string, Sentence> = {
  term_over: { zh: '任期届满', en: 'term over' },
  resigned: { zh: '辞职', en: 'resigned' },
  transferred: { zh: '调动', en: 'transferred' },
  dismissed: { zh: '免职', en: 'dismissed' },
  retired: { zh: '退休', en: 'retired' },
  deceased: { zh: '去世', en: 'deceased' },
}

/** Why somebody fits. */
export function reasonWords({ code, value }: MatchReason): string {
  const shown = value === null ? '' : /^\d{4}-/.test(value) ? formatDay(value) : skillName(value)
  return fill(reasons[code], { value: shown })
}

/** A point of the hand-over list. */
export function pointName(point: string): string {
  return points[point] ? fill(points[point], {}) : point
}

/** Why a post ended. */
export function endingName(reason: string): string {
  return endings[reason] ? fill(endings[reason], {}) : reason
}
