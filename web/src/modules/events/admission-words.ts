import type { Hindrance } from '#contract/events-admission.ts'
import { fill, type Sentence } from '../../i18n/texts.ts'

const reasons: Record<string, Sentence> = {
  illness: { zh: '生病', en: 'illness' },
  shift: { zh: '临时排班、加班', en: 'called to work' },
  family: { zh: '家里有急事', en: 'family emergency' },
  public_duty: { zh: '公务', en: 'public duty' },
  late: { zh: '逾期取消', en: 'cancelled after the deadline' },
  draw: { zh: '按抽签结果', en: 'by the draw' },
  started: { zh: '活动已开始', en: 'the event began' },
  cancelled: { zh: '活动取消', en: 'the event was cancelled' },
  closed: { zh: '活动办结', en: 'the event was closed' },
}

/** A reason of a step in words; null for one that needs none. */
export function reasonName(reason: string): string | null {
  const known = reasons[reason]
  return known === undefined ? null : fill(known, {})
}

const steps: Record<string, Sentence> = {
  entered: { zh: '报名，等待抽签', en: 'entered the lottery' },
  waiting: { zh: '候补', en: 'joined the waiting list' },
  offered: { zh: '得到名额，待确认', en: 'was offered a place' },
  admitted: { zh: '录取', en: 'got a place' },
  cancelled: { zh: '取消', en: 'cancelled' },
  declined: { zh: '放弃名额', en: 'declined the place' },
  expired: { zh: '逾期未确认', en: 'did not answer in time' },
  lapsed: { zh: '未录取', en: 'got no place' },
  no_show: { zh: '未到场', en: 'stayed away' },
  excused: { zh: '缺席理由已认可', en: 'absence excused' },
}

/** A step of a registration in words. */
export function registrationStepName(step: string): string {
  return fill(steps[step] ?? { zh: step, en: step }, {})
}

const hindrances: Record<Hindrance['what'], Sentence> = {
  total: {
    zh: '全部 {places} 个名额已满',
    en: 'All {places} places are taken',
  },
  sex: { zh: '同性别的 {places} 个名额已满', en: 'The {places} places for one’s sex are taken' },
  unit: { zh: '本单位的 {places} 个名额已满', en: 'The {places} places of one’s unit are taken' },
  age_band: { zh: '本年龄段的 {places} 个名额已满', en: 'The {places} places of one’s age band are taken' },
  first_timer: {
    zh: '首次参加者的 {places} 个名额已满',
    en: 'The {places} places for first-timers are taken',
  },
  balance: {
    zh: '为男女人数平衡，同性别目前最多 {places} 人（已有 {taken} 人），另一方有人报名后会继续放出',
    en: 'To balance the sexes, at most {places} of one’s sex for now ({taken} have a place); more open as the other side registers',
  },
  reserved: {
    zh: '余下的 {places} 个名额预留给其他人群，到期未用会放出',
    en: 'The {places} places left are reserved for others, and released later if unused',
  },
}

/** What is full, in words. */
export function hindranceWords(hindrance: Hindrance): string {
  return fill(hindrances[hindrance.what], { ...hindrance })
}

/** An age band in words: `25-29`, `-17` (younger than 18), `50+`. */
export function ageBandName(band: string): string {
  if (band.startsWith('-'))
    return fill({ zh: '{years} 岁以下', en: 'under {years}' }, { years: Number(band.slice(1)) + 1 })
  if (band.endsWith('+'))
    return fill({ zh: '{years} 岁以上', en: '{years} and over' }, { years: band.slice(0, -1) })
  return fill({ zh: '{band} 岁', en: '{band}' }, { band })
}
