import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of places: registering, waiting, offers, the draw. */
export const admissionErrors = {
  'events.cancelled': {
    zh: '活动已经取消，不能再报名，请看其他活动。',
    en: 'The event has been cancelled. Please look for another one.',
  },
  'events.draw_early': {
    zh: '报名还没有截止，截止后才能抽签。',
    en: 'Registration is still open; the draw can be held once it has closed.',
  },
  'events.drawn_already': {
    zh: '已经抽过签，抽签依据不能再改；可以增加名额，按抽签顺序递补。',
    en: 'The draw has been held and what decided it stays. You can add places: they go on in the order of the draw.',
  },
  'events.facts_missing': {
    zh: '您的档案缺少性别、出生日期或会籍，暂时不能报名。请先到“我的信息”里补全，或联系本单位工会。',
    en: 'Your file lacks sex, date of birth or membership. Complete it under your own data, or speak to your union.',
  },
  'events.full': {
    zh: '名额已满，这场活动不设候补。',
    en: 'There is no place left, and this event keeps no waiting list.',
  },
  'events.here_already': {
    zh: '已经签到，不能再取消。',
    en: 'Checked in already; it can no longer be cancelled.',
  },
  'events.no_absence': {
    zh: '没有缺席或逾期取消的记录，不用认可。',
    en: 'There is no absence and no late cancellation to excuse.',
  },
  'events.no_lottery': {
    zh: '这场活动先到先得，不用抽签。',
    en: 'This event is first come, first served: no draw.',
  },
  'events.no_offer': {
    zh: '现在没有给您保留的名额，请刷新查看。',
    en: 'No place is being kept for you now. Refresh to see how you stand.',
  },
  'events.no_seed': {
    zh: '这场活动发布时没有封存抽签种子，不能抽签。请取消后重新发布。',
    en: 'No seed was sealed when this event was published, so no draw can be held. Cancel it and publish it anew.',
  },
  'events.not_registered': {
    zh: '没有有效的报名，请刷新页面查看。',
    en: 'There is no registration to cancel. Refresh to see how it stands.',
  },
  'events.offer_over': {
    zh: '确认时间已过，名额已让给下一位。可以重新报名候补。',
    en: 'The time to answer is over and the place went to the next. You can register again.',
  },
  'events.opens_later': {
    zh: '报名还没有开始，请到开放时间再来。',
    en: 'Registration has not opened yet. Please come back when it does.',
  },
  'events.over': {
    zh: '活动已经结束或取消，不能再办理。',
    en: 'The event is over or cancelled: nothing can be done any more.',
  },
  'events.places_taken': {
    zh: '已占用 {taken} 个名额，名额数不能再少。',
    en: '{taken} places are taken; there cannot be fewer.',
  },
  'events.quota_twice': {
    zh: '同一项限制重复了，请删去一项。',
    en: 'This limit is there twice. Take one out.',
  },
  'events.registration_closed': {
    zh: '报名已经截止，请看其他活动。',
    en: 'Registration has closed. Please look for another event.',
  },
  'events.release_late': {
    zh: '释放时间不能晚于活动开始。',
    en: 'Places have to be released before the event begins.',
  },
  'events.release_needed': {
    zh: '有预留名额或男女平衡时，要填写何时释放未用的名额。',
    en: 'Say when unused places are released, because some are reserved or balanced.',
  },
  'events.reserve_for_each': {
    zh: '预留名额要指定单位，不能对每个单位。',
    en: 'Places are reserved for one unit, not for each.',
  },
} satisfies Record<string, Sentence>
