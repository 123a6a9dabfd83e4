import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of the matchmakers' register and desk. */
export const deskErrors = {
  'matchmaking.no_desk': {
    zh: '您还没有登记为职工红娘，请联系所在总工会登记后再来。',
    en: 'You are not in the register of matchmakers yet. Ask the federation to enter you.',
  },
  'matchmaking.no_agreement': {
    zh: '还没有登记这名红娘的保密协议。签好协议、登记编号和日期后才能开展工作。',
    en: 'The confidentiality agreement is not recorded. Sign it and have number and day entered first.',
  },
  'matchmaking.matchmaker_ended': {
    zh: '这名红娘已经注销，请刷新页面。',
    en: 'This matchmaker’s entry has ended. Refresh the page.',
  },
  'matchmaking.appointment_over': {
    zh: '这项红娘任职已经结束，请先续任再登记。',
    en: 'This appointment is over. Appoint them again first.',
  },
  'matchmaking.already_registered': {
    zh: '这名同志已经登记为红娘，请直接查看他（她）的登记。',
    en: 'This person is in the register already. Open their entry.',
  },
  'matchmaking.not_yet': { zh: '日期不能晚于今天。', en: 'The day must not be after today.' },
  'matchmaking.caseload_full': {
    zh: '这名红娘最多服务 {limit} 人，现在名额不够。请先放回几位，或换一名红娘。',
    en: 'This matchmaker looks after {limit} people at most and has no room. Give some back, or choose another.',
  },
  'matchmaking.no_successor': {
    zh: '请选择另一名已签保密协议的红娘接手。',
    en: 'Choose another matchmaker who has signed the agreement.',
  },
  'matchmaking.case_taken': {
    zh: '已经有红娘在服务这位职工了，请刷新列表。',
    en: 'Somebody looks after this person already. Refresh the list.',
  },
  'matchmaking.case_ended': {
    zh: '这项服务已经结束，不能再办理。',
    en: 'This case has ended; nothing more can be done in it.',
  },
  'matchmaking.asked_for_another': {
    zh: '这位职工申请过更换红娘，请由别的红娘服务。',
    en: 'This person asked for another matchmaker. Let somebody else look after them.',
  },
  'matchmaking.openings_used_up': {
    zh: '今天查看共享资源的次数用完了，明天再看。',
    en: 'You have opened as many profiles of the pool as one may in a day. Go on tomorrow.',
  },
  'matchmaking.pair_not_possible': {
    zh: '这两位不适合介绍，请另选一位。原因不显示，以免打扰任何一方。',
    en: 'These two cannot be introduced; choose somebody else. The reason is not shown, to protect both.',
  },
  'matchmaking.introduction_over': {
    zh: '这次介绍已经结束，不能再答复了。',
    en: 'This introduction has ended and takes no answer any more.',
  },
  'matchmaking.wish_open': {
    zh: '您已经提出过申请，请等总工会安排。',
    en: 'Your wish is with the federation already. Please wait.',
  },
  'matchmaking.follow_up_not_due': {
    zh: '还没到回访的日子，请到期再来。',
    en: 'This follow-up is not due yet. Come back on its day.',
  },
  'matchmaking.follow_up_done': {
    zh: '这次回访已经完成，请刷新页面。',
    en: 'This follow-up has been done. Refresh the page.',
  },
  'matchmaking.term_end_before_start': {
    zh: '届满日期要晚于开始日期。',
    en: 'The term must end after it begins.',
  },
  'matchmaking.term_over': {
    zh: '这一届已经届满，请在新的一届里登记。',
    en: 'This term is over. Use a new one.',
  },
  'matchmaking.outside_the_term': { zh: '日期要在这一届之内。', en: 'The day must lie within the term.' },
  'matchmaking.seated_already': {
    zh: '这名红娘已经是本届成员，请先结束原来的职务。',
    en: 'This matchmaker sits in the term already. End that seat first.',
  },
  'matchmaking.seat_over': {
    zh: '这项职务已经结束，请刷新页面。',
    en: 'This seat has ended. Refresh the page.',
  },
  'matchmaking.not_in_the_year': {
    zh: '完成时间要在计划年度之内。',
    en: 'The day must lie in the year of the plan.',
  },
  'matchmaking.plan_item_done': {
    zh: '这一项已经完成，请刷新页面。',
    en: 'This item is done. Refresh the page.',
  },
  'matchmaking.meeting_too_old': {
    zh: '只能补登一年之内的会议。',
    en: 'Only meetings of the last year can be entered.',
  },
  'matchmaking.meetings_not_agreed': {
    zh: '这位职工没有同意在红娘会上展示资料，请先征得本人在手机上同意。',
    en: 'This person has not agreed to be shown at meetings. Ask them to agree on their phone first.',
  },
  'matchmaking.no_such_number': {
    zh: '没有这个号，或者本人已不再展示。请换一个号。',
    en: 'There is no such number, or the person is not shown any more. Take another one.',
  },
} satisfies Record<string, Sentence>
