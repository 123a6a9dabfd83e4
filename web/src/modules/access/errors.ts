import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of accounts and posts. */
export const accessErrors = {
  'access.separate_posts': {
    zh: '系统管理员、安全管理员、审计管理员必须由三个人分别担任，请另选一位。',
    en: 'The system, security and audit administrators must be three people. Choose somebody else.',
  },
  'access.unknown_post': {
    zh: '没有这个职务，请从列表中重新选择。',
    en: 'There is no such post. Choose one of the list.',
  },
  'access.not_shorter': {
    zh: '任职本来就到 {endsBefore} 前为止。请填更早的日期；要延长，请登记新的任职。',
    en: 'The appointment ends before {endsBefore} anyway. Enter an earlier day; to prolong it, record a new appointment.',
  },
  'access.last_administrator': {
    zh: '这是最后一位在任的该类管理员，结束后就没有人能办理了。请先任命接任的人。',
    en: 'This is the last administrator of its kind: without one nobody could go on. Appoint the successor first.',
  },
  'access.post_not_yours_to_give': {
    zh: '您现在的身份不能任免这个职务。请由上级工会或安全管理员办理。',
    en: 'The post in use does not give or end this one. Ask the union above you or the security administrator.',
  },
  'access.not_oneself': {
    zh: '任免本人的职务要由别人办理。请上级工会登记。',
    en: 'Nobody decides on their own posts. Ask the union above you to record it.',
  },
  'access.not_a_relative': {
    zh: '您申报过与此人是近亲属，其职务的任免请由没有这层关系的同事办理。',
    en: 'You or they declared that you are near relatives: let a colleague decide on this post.',
  },
  'access.post_not_here': {
    zh: '这个职务不能设在这类组织。请换一个职务或组织。',
    en: 'This post cannot be held at this kind of organisation. Choose another post or organisation.',
  },
  'access.organisation_not_then': {
    zh: '{startsOn} 这个组织还没有成立或已经撤销。请核对起任日期。',
    en: 'On {startsOn} the organisation did not exist. Check the first day.',
  },
  'access.already_appointed': {
    zh: '这个人在这里已经担任同一职务。请先在任职列表里核对。',
    en: 'This person holds the same post there already. Look at the list of appointments first.',
  },
  'access.post_taken': {
    zh: '这个职务同一时间只能有一个人。请先结束现任的任职，再登记新的。',
    en: 'Only one person holds this post at a time. End the present appointment first.',
  },
  'access.end_before_start': {
    zh: '结束日期要晚于开始日期。',
    en: 'The end must be later than the beginning.',
  },
  'access.not_in_the_past': {
    zh: '日期不能早于今天。',
    en: 'The day must not lie in the past.',
  },
  'access.outside_the_term': {
    zh: '代理日期超出了原任职的任期。请把日期改到任期之内。',
    en: 'The days lie outside the term of the original appointment. Choose days within it.',
  },
  'access.no_chain': {
    zh: '代理人不能再找人代理，受托的权限也不能再转委托。请由原任职的人办理。',
    en: 'A substitute cannot be substituted, and what was passed on goes no further. The original holder can do it.',
  },
  'access.not_for_oneself': {
    zh: '不能由本人代理本人。请另选一位。',
    en: 'Nobody stands in for themself. Choose somebody else.',
  },
  'access.substitute_exists': {
    zh: '这段时间已经有人代理。请先结束原来的代理。',
    en: 'Somebody stands in during these days already. End that first.',
  },
  'access.substitution_too_long': {
    zh: '一次代理最长 {days} 天。请缩短日期，或正式任命。',
    en: 'A substitution lasts at most {days} days. Shorten it, or appoint somebody.',
  },
  'access.delegation_too_long': {
    zh: '一次委托最长 {days} 天。请缩短日期，到期再续。',
    en: 'A delegation lasts at most {days} days. Shorten it and renew it later.',
  },
  'access.not_to_oneself': {
    zh: '不能委托给自己的另一个职务：几个职务的权限不会相加。请另选一位。',
    en: 'Powers are not passed to another post of one’s own: powers of several posts never add up. Choose somebody else.',
  },
  'access.receiver_ended': {
    zh: '对方的任职在 {endsBefore} 前就结束了。请换一位，或改日期。',
    en: 'The receiver’s appointment ends before {endsBefore}. Choose somebody else or other days.',
  },
  'access.administrators_apart': {
    zh: '系统、安全、审计管理员不能接受业务权限的委托（三员分立）。请另选一位。',
    en: 'The three administrators stay apart and are given no other powers. Choose somebody else.',
  },
  'access.not_yours_to_pass_on': {
    zh: '有一项权限不能这样委托：它不是您这个职务自己的、不允许委托，或超出了您的范围。请去掉后再提交。',
    en: 'One of the powers cannot be passed on: it does not follow from your own post, must stay with it, or lies outside your reach. Leave it out.',
  },
  'access.delegation_over': {
    zh: '这项委托已经结束。请刷新页面。',
    en: 'This delegation is over already. Refresh the page.',
  },
  'access.appointment_over': {
    zh: '这项任职刚才已经撤销。请刷新页面。',
    en: 'This appointment has just been annulled. Refresh the page.',
  },
  'access.no_successor': {
    zh: '接手的任职要现在在任，不能是原任职本身，也不能是代理。请另选。',
    en: 'The successor’s appointment must hold today, and be neither the same one nor a substitution. Choose another.',
  },
  'access.undo_closed': {
    zh: '交接满 {hours} 小时后不能再撤销。需要时请再办一次交接。',
    en: 'A hand-over can be undone for {hours} hours only. Hand over again if needed.',
  },
  'access.hand_over_undone': {
    zh: '这次交接已经撤销。请刷新页面。',
    en: 'This hand-over is undone already. Refresh the page.',
  },
  'access.token_over': {
    zh: '这个令牌已经撤销。请刷新页面。',
    en: 'This token is revoked already. Refresh the page.',
  },
  'access.token_too_long': {
    zh: '访问令牌最长 {days} 天。请缩短有效期，到期再换新的。',
    en: 'A token works for at most {days} days. Shorten it and make a new one later.',
  },
  'access.not_for_a_token': {
    zh: '有一项权限不能交给程序：您没有它，或它只能由本人使用。请去掉后再提交。',
    en: 'One of the permissions cannot go to a program: you lack it, or only people use it. Leave it out.',
  },
  'access.too_many_tokens': {
    zh: '一个任职最多同时有 {most} 个令牌。请先撤销不用的。',
    en: 'An appointment has at most {most} tokens at a time. Revoke those not in use first.',
  },
  'accounts.login_taken': {
    zh: '这个账号名已经有人使用，请换一个。',
    en: 'Somebody uses this login already. Choose another one.',
  },
} as const satisfies Record<string, Sentence>
