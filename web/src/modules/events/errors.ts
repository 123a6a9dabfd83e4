import type { Sentence } from '../../i18n/texts.ts'
import { admissionErrors } from './errors-admission.ts'
import { seatingErrors } from './errors-seating.ts'

/** Sentences for the codes of events. */
export const eventErrors = {
  ...seatingErrors,
  'events.cancel_after_start': {
    zh: '取消报名的截止时间不能晚于活动开始时间。',
    en: 'The time until which one may cancel cannot lie after the beginning.',
  },
  'events.changed_meanwhile': {
    zh: '这份草案刚被别人改过，请刷新后再改。',
    en: 'Somebody changed this draft meanwhile. Refresh, then change it again.',
  },
  'events.ends_before_start': {
    zh: '结束时间要晚于开始时间。',
    en: 'The end has to lie after the beginning.',
  },
  'calendar.period': {
    zh: '日期范围不对，最多查两年。',
    en: 'Ask for a period of at most two years, from an earlier to a later day.',
  },
  'events.host_answered': {
    zh: '这份邀请已经答复过，请刷新页面查看。',
    en: 'The invitation has been answered already. Refresh to see.',
  },
  'events.host_asked': {
    zh: '这个单位已是主办方，或已邀请、还没答复。',
    en: 'This union hosts the event already, or was asked and has not answered.',
  },
  'events.host_unknown': {
    zh: '没有这个单位，请重新选择。',
    en: 'There is no such union. Please choose again.',
  },
  'events.repetition_unclear': {
    zh: '每月重复的要写明第几周、星期几；届次活动不填。',
    en: 'A monthly repetition needs its week and weekday; editions have neither.',
  },
  'events.series_empty': {
    zh: '这个系列还没有活动，请先起草第一场，以后照它生成。',
    en: 'The series has no event yet. Draft the first one; later ones are made from it.',
  },
  'events.series_over': {
    zh: '这个系列已经结束，不再生成活动。',
    en: 'The series has ended: nothing more is drafted for it.',
  },
  'events.host_not_asked': {
    zh: '这个单位不归您管理，请先邀请它联合主办，对方同意后会自动加入。',
    en: 'This union is not yours to name. Invite it; once it accepts, it stands here by itself.',
  },
  'events.host_twice': {
    zh: '主办单位不用再列为联合主办。',
    en: 'The host need not be named again among those who host together.',
  },
  'events.in_the_past': { zh: '新的时间要在今后。', en: 'The new time has to lie in the future.' },
  'events.kind_unknown': {
    zh: '没有这种活动类型，请重新选择。',
    en: 'There is no such kind of event. Please choose again.',
  },
  'events.nobody_publishes': {
    zh: '上级还没有人能审核发布活动，请联系系统管理员。',
    en: 'Nobody above can publish events yet. Please speak to the administrators.',
  },
  'events.not_draft': {
    zh: '活动已经发布，不能再改草案。可以改期或取消。',
    en: 'The event is published and no longer a draft. You can postpone or cancel it.',
  },
  'events.registration_after_event': {
    zh: '报名截止时间不能晚于活动结束时间。',
    en: 'Registration cannot end after the event does.',
  },
  'events.registration_ends_before_start': {
    zh: '报名截止时间要晚于报名开始时间。',
    en: 'Registration has to end after it opens.',
  },
  'events.registration_over': {
    zh: '报名截止时间已过，请先改时间再发布。',
    en: 'Registration would already be over. Change the times first, then publish.',
  },
  'events.round_minutes_needed': {
    zh: '请填写每轮几分钟。',
    en: 'Please say how many minutes a round takes.',
  },
  'events.rounds_needed': {
    zh: '安排了座位，请填写轮数。',
    en: 'Seats are planned: please say how many rounds.',
  },
  'events.rounds_too_long': {
    zh: '各轮时间加起来超过了活动时长。',
    en: 'The rounds together take longer than the event.',
  },
  'events.rounds_without_seating': {
    zh: '不安排座位时轮数应为 0。',
    en: 'Without planned seats there are no rounds: put 0.',
  },
  'events.series_unknown': {
    zh: '没有这个系列，或它不是本单位的。',
    en: 'There is no such series, or it belongs to another host.',
  },
  'events.session_outside_event': {
    zh: '环节时间要在活动时间之内。',
    en: 'A part has to lie within the times of the event.',
  },
  'events.step_not_now': {
    zh: '活动现在的状态不能这样办理，请刷新页面查看。',
    en: 'The event is not at a point where this can be done. Refresh to see.',
  },
  'events.two_parts_need_rounds': {
    zh: '分两段进行至少要两轮。',
    en: 'An event in two parts needs at least two rounds.',
  },
  'events.nonce_used': {
    zh: '这次读码的编号在别的活动里用过了。请重新打开扫码页再读一次。',
    en: 'The number of this reading was used at another event. Open the scanning page anew and read the code again.',
  },
  'events.badge_numbers_unreadable': {
    zh: '“{piece}”不是号牌号。请写成“1-40, 43”这样，用逗号或空格隔开。',
    en: '“{piece}” is no badge number. Write “1-40, 43”, with commas or blanks between.',
  },
  'events.door_closed': {
    zh: '活动没有发布，或已经结束、取消，现在不能办理签到。',
    en: 'The event is not published, or it is closed or cancelled: nothing can be done at its door.',
  },
  ...admissionErrors,
} satisfies Record<string, Sentence>
