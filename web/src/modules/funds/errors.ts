import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of funds. */
export const fundErrors = {
  'funds.one_origin': {
    zh: '预算的钱只从一处来：选资金来源，或选上级预算，二选一。',
    en: 'A budget has its money from one place: choose a source or another budget, not both.',
  },
  'funds.overdrawn': {
    zh: '预算余额不足：还剩 {availableFen} 分，这笔要 {amountFen} 分。请先追加预算或减少金额。',
    en: 'The budget has {availableFen} fen left, and this takes {amountFen} fen. Add to the budget or take less.',
  },
  'funds.balance_moved': {
    zh: '预算余额刚刚变了，请刷新后重试。',
    en: 'The budget has just changed. Reload and try again.',
  },
  'funds.is_reversal': {
    zh: '这笔本身就是冲销，不能再冲销。请重新拨一笔。',
    en: 'This is itself a reversal. Put the money in anew instead.',
  },
  'funds.already_reversed': { zh: '这笔已经冲销过了。', en: 'This has been taken back already.' },
  'funds.already_done': {
    zh: '这件事已经办过了，没有重复记账。',
    en: 'This was done already; it was not booked twice.',
  },
  'funds.source_exists': {
    zh: '这个单位已有同名的资金来源，请直接使用。',
    en: 'The organisation has a source of this name already. Use that one.',
  },
} as const satisfies Record<string, Sentence>
