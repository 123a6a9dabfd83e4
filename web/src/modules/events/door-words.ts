import type { CheckInMethod, ScanOutcome } from '#contract/events-door.ts'
import { fill, type Sentence } from '../../i18n/texts.ts'
import type { Tone } from '../../ui/light/notice.tsx'

/** What came of a reading, with what a phone says by itself while it has no network. */
export type DoorOutcome = ScanOutcome | 'later'

const outcomes: Record<DoorOutcome, { tone: Tone; word: Sentence; hint: Sentence }> = {
  checked_in: {
    tone: 'done',
    word: { zh: '请进', en: 'Welcome' },
    hint: { zh: '签到成功', en: 'Checked in' },
  },
  already: {
    tone: 'due',
    word: { zh: '已经签到过', en: 'Already here' },
    hint: { zh: '请核对是不是本人', en: 'Check that it is the same person' },
  },
  waiting: {
    tone: 'due',
    word: { zh: '还在候补', en: 'On the waiting list' },
    hint: { zh: '没有名额，请到服务台', en: 'No place yet: send to the service desk' },
  },
  no_place: {
    tone: 'problem',
    word: { zh: '没有名额了', en: 'No place left' },
    hint: { zh: '名额已满，不能放行', en: 'All places are taken' },
  },
  cancelled: {
    tone: 'problem',
    word: { zh: '已取消报名', en: 'Cancelled' },
    hint: { zh: '本人取消过，请到服务台', en: 'They cancelled: send to the service desk' },
  },
  not_admitted: {
    tone: 'problem',
    word: { zh: '没有录取', en: 'Not admitted' },
    hint: { zh: '请到服务台核对', en: 'Send to the service desk' },
  },
  not_registered: {
    tone: 'problem',
    word: { zh: '没有报名', en: 'Not registered' },
    hint: { zh: '没有这场活动的报名', en: 'No registration for this event' },
  },
  not_eligible: {
    tone: 'problem',
    word: { zh: '现在不能参加', en: 'May not take part now' },
    hint: { zh: '请到服务台核对', en: 'Send to the service desk' },
  },
  unreadable: {
    tone: 'problem',
    word: { zh: '认不出这个码', en: 'Not one of our codes' },
    hint: {
      zh: '请出示入场码或会员卡，也可以报号牌号',
      en: 'Ask for the pass, the card, or the badge number',
    },
  },
  expired: {
    tone: 'due',
    word: { zh: '卡上的码过期了', en: 'The code of the card is old' },
    hint: { zh: '请对方刷新会员卡再扫，截图无效', en: 'Have the card renewed; a screenshot is of no use' },
  },
  too_early: {
    tone: 'due',
    word: { zh: '还没到签到时间', en: 'Doors are not open yet' },
    hint: { zh: '活动开始前三小时起可以签到', en: 'Check-in begins three hours before the event' },
  },
  over: {
    tone: 'problem',
    word: { zh: '签到已经结束', en: 'Check-in is over' },
    hint: { zh: '活动已办结或取消', en: 'The event is closed or cancelled' },
  },
  later: {
    tone: 'due',
    word: { zh: '待联网核对', en: 'To be checked later' },
    hint: {
      zh: '没有网络，核不了这个码。请出示入场码，或报号牌号',
      en: 'Offline: ask for the pass or the badge number',
    },
  },
}

/** The tone of an outcome, its word in large, and what to do. */
export function outcomeWords(outcome: DoorOutcome): { tone: Tone; word: string; hint: string } {
  const { tone, word, hint } = outcomes[outcome]
  return { tone, word: fill(word, {}), hint: fill(hint, {}) }
}

const methods: Record<CheckInMethod, Sentence> = {
  card: { zh: '会员卡', en: 'Service card' },
  pass: { zh: '入场码', en: 'Pass' },
  badge: { zh: '号牌号', en: 'Badge number' },
  paper: { zh: '纸质名单', en: 'Paper list' },
  list: { zh: '名单点选', en: 'From the list' },
}

/** A way of checking in, in words. */
export function methodName(method: CheckInMethod): string {
  return fill(methods[method], {})
}
