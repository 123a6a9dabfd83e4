import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of seating. */
export const seatingErrors = {
  'events.has_left': {
    zh: '这位参加者已经登记离场了。',
    en: 'This guest is already noted as gone home.',
  },
  'events.has_not_left': {
    zh: '这位参加者没有离场，不用登记返场。',
    en: 'This guest has not gone home; nothing needs to be noted.',
  },
  'events.no_round_left': {
    zh: '没有可排的轮次了：计划的轮次已经全部开始，或者在场的人都已互相见过面。',
    en: 'No round is left to plan: all have begun, or all who are here have met.',
  },
  'events.no_seating': {
    zh: '这场活动不排座。需要排座的，请在发布前的草案里选择。',
    en: 'This event has no planned seats. They are chosen in the draft, before it is published.',
  },
  'events.no_such_badge': {
    zh: '{badgeNo} 号没有签到，请核对号码。',
    en: 'Number {badgeNo} has not checked in. Please look at the number again.',
  },
  'events.nobody_to_seat': {
    zh: '签到的人还不够两位，请等人到场后再排座。',
    en: 'Fewer than two people have checked in. Plan the seats when they are here.',
  },
  'events.not_checked_in': {
    zh: '您还没有签到，不用登记离场。',
    en: 'You have not checked in, so there is nothing to leave.',
  },
  'events.not_open': {
    zh: '活动没有发布，或已经办结、取消，不能再排座。',
    en: 'The event is not published, or it is closed or cancelled: no seats can be planned.',
  },
  'events.round_not_next': {
    zh: '轮次刚被重新排过，或这一轮已经开始，请刷新页面查看。',
    en: 'The rounds were planned anew, or this one has begun. Refresh to see.',
  },
} satisfies Record<string, Sentence>
