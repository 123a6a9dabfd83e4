import type { Sentence } from '../../i18n/texts.ts'
import { unionFundErrors } from './errors-union-funds.ts'

/** Sentences for the codes of funds. */
export const fundErrors = {
  'funds.one_origin': {
    zh: '预算的钱只从一处来：选资金来源，或选上级预算，二选一。',
    en: 'A budget has its money from one place: choose a source or another budget, not both.',
  },
  'funds.overdrawn': {
    zh: '预算余额不足：还剩 {available} 元，这笔要 {amount} 元。请先追加预算或减少金额。',
    en: 'The budget has {available} yuan left, and this takes {amount}. Add to the budget or take less.',
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
  'funds.unknown_tax_category': {
    zh: '没有这个计税类别，请从列表里选。',
    en: 'There is no such tax category. Choose one of the list.',
  },
  'funds.already_claimed': {
    zh: '这个月刚由另一位同志核算过，没有重复计发。请刷新后查看。',
    en: 'Somebody else has just worked out this month; nothing was claimed twice. Reload to see it.',
  },
  'funds.already_listed': {
    zh: '其中有的款项已在另一张清单上，没有重复列入。请刷新后重试。',
    en: 'Some of this stands on another list already; nothing was listed twice. Reload and try again.',
  },
  'funds.nothing_to_pay': {
    zh: '没有可以列入清单的款项。请在“待发放”里看看缺什么（多半是收款账户）。',
    en: 'Nothing can be put on a list. See under “due” what is missing, an account most often.',
  },
  'funds.batch_moved_on': {
    zh: '清单的状态已经变了，这一步不能再办。请刷新后查看。',
    en: 'The list has moved on, and this step no longer fits. Reload to see it.',
  },
  'funds.same_hand': {
    zh: '编制、复核、付款要由三个人分别办。请让别的同志办这一步。',
    en: 'Making, checking and paying are done by three people. Let somebody else take this step.',
  },
  'funds.same_hand_twice': {
    zh: '编制、复核、付款要由三个人分别办，您已经办过一步。',
    en: 'Making, checking and paying are done by three people, and you have done one step already.',
  },
  'funds.own_payment': {
    zh: '这里有发给您本人或近亲属的钱，要由别的同志办。',
    en: 'This concerns money for you or a near relative: somebody else does it.',
  },
  'funds.own_account_entry': {
    zh: '清单里有您录入的收款账户，要由别的同志复核。',
    en: 'You wrote down an account that stands on this list: somebody else checks it.',
  },
  'funds.holder_differs': {
    zh: '户名和本人姓名不一致。钱只能发到本人账户，请核对户名。',
    en: 'The holder is not this person. Money goes to the person’s own account only; check the name.',
  },
  'funds.list_changed': {
    zh: '清单内容和编制时不一致，不能继续。请退回重编，并告诉系统管理员。',
    en: 'The list is not what was made. Send it back, make it anew, and tell the system administrator.',
  },
  'funds.payee_erased': {
    zh: '清单里有人的账户信息已依法删除。请退回清单重编。',
    en: 'The account of somebody on the list was erased by law. Send the list back and make it anew.',
  },
  'funds.returns_unreadable': {
    zh: '读不出这个文件。请上传银行返回的 .xlsx 或 .csv，要有“序号、账号、金额”三列。',
    en: 'This file cannot be read. Send the bank’s .xlsx or .csv with the columns 序号, 账号 and 金额.',
  },
  'funds.no_returns': {
    zh: '文件里没有失败的记录，不用登记。',
    en: 'The file names no line that failed; there is nothing to record.',
  },
  'funds.return_mismatch': {
    zh: '第 {row} 行的序号、账号、金额和清单对不上，整个文件没有登记。请核对是不是这张清单的回单。',
    en: 'Row {row} does not match a line of this list by number, account and sum. Nothing was recorded; see whether the file belongs to this list.',
  },
  'funds.line_returned': {
    zh: '第 {row} 行已经登记过退回，整个文件没有登记。',
    en: 'Row {row} was recorded as returned before. Nothing of the file was recorded.',
  },
  'funds.returns_known': { zh: '这个回单已经登记过。', en: 'This file was read already.' },
  'stipends.wrong_budget': {
    zh: '这笔预算不是补贴预算，请选用途为“专项补贴”的预算。',
    en: 'This budget is not for stipends. Choose one whose purpose is stipends.',
  },
  'stipends.month_not_over': {
    zh: '{month} 还没有过完，月底以后再核算。',
    en: '{month} is not over. Work it out after its last day.',
  },
  'stipends.nothing_new': {
    zh: '{month} 没有新的应发补贴：该发的都已核算，或还缺等次。',
    en: 'There is nothing new for {month}: what is due was worked out, or grades are missing.',
  },
  'stipends.own_grade': {
    zh: '不能给本人或近亲属评等次，请让别的同志办。',
    en: 'Nobody grades themselves or a near relative: somebody else does it.',
  },
  'stipends.own_entry': {
    zh: '等次是您录入的，要由另一位同志审定。',
    en: 'You entered this grade: somebody else approves it.',
  },
  'stipends.grade_decided': { zh: '这个等次已经审定过。', en: 'This grade has been decided.' },
  'stipends.months_reversed': { zh: '止月不能早于起月。', en: 'The last month is before the first.' },
  'stipends.unknown_grade': {
    zh: '没有这个等次，请从列表里选。',
    en: 'There is no such grade. Choose one of the list.',
  },
  'points.not_two_new': {
    zh: '直管点只能设在两新组织。请在台账里核对单位类型。',
    en: 'A direct point is a two-new organisation. See in the register what this one is.',
  },
  'points.outside_bounds': {
    zh: '直管点经费每年在 {least} 元到 {most} 元之间，请改金额。',
    en: 'A point gets {least} to {most} yuan a year. Change the sum.',
  },
  'points.shares_differ': {
    zh: '三方分担的合计和总额不一致，请核对到分。',
    en: 'The shares do not add up to the total. Check them to the fen.',
  },
  'points.payer_twice': {
    zh: '同一出资方写了两次，请合成一笔。',
    en: 'A payer stands there twice. Make one share of it.',
  },
  'points.wrong_budget': {
    zh: '请选这个出资方当年用途为“直管点经费”的预算。',
    en: 'Choose a budget of this payer and year whose purpose is direct points.',
  },
  'points.granted_already': {
    zh: '这个单位这一年已经有直管点经费，不能再拨一次。',
    en: 'The organisation has a grant of this year already.',
  },
  'points.moved_on': {
    zh: '情况已经变了，这一步现在不能办。请刷新后查看。',
    en: 'Things have moved on, and this step does not fit now. Reload to see.',
  },
  'points.same_hand': {
    zh: '拟拨、审定、付款要由三个人办，报送和审核也要分开。请让别的同志办这一步。',
    en: 'Granting, approving and paying are done by three people, reporting and reviewing by two. Let somebody else take this step.',
  },
  'points.own_unit': {
    zh: '您或近亲属在这个单位或它的工会任职，要由别的同志办。',
    en: 'You or a near relative hold a post in this organisation or its union: somebody else does it.',
  },
  'points.paid_already': {
    zh: '这一笔已经登记过付款，没有重复记账。',
    en: 'This was recorded as paid already; it was not booked twice.',
  },
  'points.day_to_come': { zh: '付款日期不能晚于今天。', en: 'The day of payment is not after today.' },
  'points.criteria_unmet': {
    zh: '还没有达到示范点标准，请看页面上哪一条没到。',
    en: 'The criteria are not all met. The page shows which one is missing.',
  },
  ...unionFundErrors,
} as const satisfies Record<string, Sentence>
