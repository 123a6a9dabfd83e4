import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for contributions, allocations and benefits. */
export const unionFundErrors = {
  'contributions.not_an_employer': {
    zh: '缴费单位要选用人单位。',
    en: 'Who contributes is an employer. Choose one.',
  },
  'contributions.wrong_union': {
    zh: '工会经费记在基层工会名下，筹备金记在上级工会名下，请改选。',
    en: 'A contribution goes to a basic union, a preparatory one to a higher union. Choose another.',
  },
  'contributions.not_covered': {
    zh: '这个工会当月没有覆盖这家单位，请先核对覆盖关系。',
    en: 'The union did not cover this employer in the month. See to the coverage first.',
  },
  'contributions.has_a_union': {
    zh: '这家单位当月已有工会，请按工会经费登记，不再收筹备金。',
    en: 'The employer had a union in the month: record a regular contribution.',
  },
  'contributions.month_to_come': { zh: '不能登记以后的月份。', en: 'The month is still to come.' },
  'contributions.recorded_already': {
    zh: '这家单位这个月已经登记过，没有重复登记。登错了请先撤回。',
    en: 'The month of this employer is recorded already. Withdraw that one first if it is wrong.',
  },
  'contributions.money_moved': {
    zh: '已有到账或拨付，不能撤回。请先冲销收付记录。',
    en: 'Money came in or was passed on. Take those records back first.',
  },
  'contributions.moved_on': {
    zh: '情况已经变了，这一步现在不能办。请刷新后查看。',
    en: 'Things have moved on, and this step does not fit now. Reload to see.',
  },
  'contributions.same_hand': {
    zh: '登记基数和登记收付要由两个人办，请让别的同志办。',
    en: 'Recording the base and booking its money are two people’s. Let somebody else do it.',
  },
  'contributions.day_to_come': { zh: '日期不能晚于今天。', en: 'The day is not after today.' },
  'contributions.too_much': {
    zh: '最多还能登记 {left} 元，请改金额。',
    en: 'No more than {left} yuan is left. Change the sum.',
  },
  'contributions.wrong_way': {
    zh: '这笔经费的收缴方式不是这样拨付的：基层自收的上解，税务代收的返还基层，筹备金建会后返还。',
    en: 'It is not passed on this way: collected by the basic union it is paid up, through tax refunded, preparatory returned.',
  },
  'contributions.no_union_yet': {
    zh: '这家单位还没有建会，筹备金不能返还。',
    en: 'The employer has no union yet: nothing is returned.',
  },
  'contributions.no_late_fee': {
    zh: '本地目前不收滞纳金，不用登记。',
    en: 'No late fee is charged here at present.',
  },
  'contributions.passed_on_already': {
    zh: '这笔到账已有拨付，请先冲销拨付。',
    en: 'Some of it was passed on. Take that back first.',
  },
  'contributions.voucher_booked': {
    zh: '这张凭证已经登记过，没有重复记账。',
    en: 'This voucher was booked already; it was not booked twice.',
  },
  'allocations.union_twice': { zh: '同一个工会写了两次。', en: 'A union stands there twice.' },
  'allocations.unknown_class': {
    zh: '没有这个工会类别，请从列表里选。',
    en: 'There is no such class of unions. Choose one of the list.',
  },
  'allocations.no_workers': { zh: '职工人数要大于零。', en: 'A union has at least one worker.' },
  'allocations.not_basic_unions': {
    zh: '差异化拨付只给辖区内的基层工会，请核对名单。',
    en: 'Only basic unions within your reach take part. Check the list.',
  },
  'allocations.document_used': {
    zh: '这个文号今年已经拨付过，没有重复拨付。',
    en: 'This document has been used for an allocation of the year already.',
  },
  'allocations.moved_on': {
    zh: '情况已经变了，这一步现在不能办。请刷新后查看。',
    en: 'Things have moved on, and this step does not fit now. Reload to see.',
  },
  'allocations.same_hand': {
    zh: '拟定、审定、付款要由三个人办，请让别的同志办这一步。',
    en: 'Making, approving and paying are done by three people. Let somebody else take this step.',
  },
  'allocations.not_paid': {
    zh: '这笔拨付还没有付款，付款后再登记支出。',
    en: 'The allocation is not paid yet. Spending is recorded after that.',
  },
  'allocations.wrong_budget': {
    zh: '请选本单位“工会经费”用途的预算。',
    en: 'Choose a budget of this organisation that is there for union funds.',
  },
  'allocations.day_to_come': { zh: '日期不能晚于今天。', en: 'The day is not after today.' },
  'allocations.more_than_spent': {
    zh: '直接用于职工的金额不能多于支出金额。',
    en: 'No more goes to workers than was spent.',
  },
  'allocations.too_much': {
    zh: '拨付经费只剩 {left} 元，请改金额。',
    en: 'Only {left} yuan of the share is left. Change the sum.',
  },
  'allocations.voucher_booked': {
    zh: '这张凭证已经登记过，没有重复记账。',
    en: 'This voucher was booked already; it was not booked twice.',
  },
  'ceilings.category_not_listed': {
    zh: '这一类不在允许的支出范围里。',
    en: 'This category is not on the list of what a union may give.',
  },
  'ceilings.not_a_holiday': {
    zh: '节日慰问只限法定节日，七夕不在其中，请选节日。',
    en: 'Gifts are for statutory holidays only, and Qixi is none. Choose a holiday.',
  },
  'ceilings.other_needs_note': {
    zh: '选“其他”要写明用途，至少四个字。',
    en: 'For “other”, say what it is for in four characters or more.',
  },
  'ceilings.above': {
    zh: '超过标准 {limit} 元，多出 {excess} 元（{rule}）。请减少金额，或写明理由报另一位同志审批。',
    en: 'It is {excess} yuan above the ceiling of {limit} yuan ({rule}). Give less, or say why for somebody else to decide.',
  },
  'ceilings.list_above': {
    zh: '清单里有一笔福利超过标准 {limit} 元，多出 {excess} 元（{rule}）。请退回清单，超标准的另行报批。',
    en: 'A benefit on the list is {excess} yuan above the ceiling of {limit} yuan ({rule}). Send the list back and have the excess decided on.',
  },
  'ceilings.goods_only': {
    zh: '这一类慰问发实物，不发现金。去掉付款预算，按实物登记。',
    en: 'This kind is given in goods, not in money. Leave the budget out.',
  },
  'ceilings.wrong_budget': {
    zh: '请选“工会经费”用途的预算。',
    en: 'Choose a budget that is there for union funds.',
  },
  'ceilings.own_benefit': {
    zh: '这是发给您或近亲属的，要由别的同志办。',
    en: 'It is for you or a near relative: somebody else does it.',
  },
  'ceilings.same_hand': {
    zh: '超标准发放是您登记的，要由另一位同志审批。',
    en: 'You recorded this benefit: somebody else decides.',
  },
  'ceilings.decided_already': {
    zh: '这笔福利不需要审批，或者已经审批过。',
    en: 'The benefit needs no decision, or it has been decided.',
  },
  'ceilings.day_to_come': { zh: '发放日期不能晚于今天。', en: 'The day of giving is not after today.' },
  'prizes.too_many_winners': {
    zh: '获奖人数超过规定比例：最多 {most} 人（{rule}）。请减少获奖人数。',
    en: 'Too many winners: {most} at most ({rule}). Take fewer.',
  },
  'prizes.winner_twice': { zh: '同一个人写了两次。', en: 'Somebody stands there twice.' },
  'prizes.own_prize': {
    zh: '名单里有您或近亲属，要由别的同志办。',
    en: 'You or a near relative are among the winners: somebody else does it.',
  },
  'prizes.wrong_budget': {
    zh: '请选“奖励”或“工会经费”用途的预算。',
    en: 'Choose a budget that is there for awards or union funds.',
  },
  'prizes.day_to_come': { zh: '活动日期不能晚于今天。', en: 'The day of the contest is not after today.' },
  'prizes.given_already': {
    zh: '这项活动的奖励已经登记过，没有重复登记。',
    en: 'The prizes of this contest are recorded already; they were not given twice.',
  },
  'dues.not_a_basic_union': {
    zh: '会费记在基层工会名下，请改选。',
    en: 'Dues are a basic union’s. Choose one.',
  },
  'dues.month_to_come': { zh: '不能登记以后的月份。', en: 'The month is still to come.' },
  'dues.day_to_come': { zh: '日期不能晚于今天。', en: 'The day is not after today.' },
  'dues.too_much': {
    zh: '实收不能多于应收 {due} 元，请核对。',
    en: 'No more comes in than is due: {due} yuan. Check the sum.',
  },
  'dues.recorded_already': {
    zh: '这个月的会费已经登记过，没有重复登记。登错了请先撤回。',
    en: 'The dues of the month are recorded already. Withdraw them first if they are wrong.',
  },
  'dues.moved_on': {
    zh: '这笔会费已经撤回。请刷新后查看。',
    en: 'These dues were withdrawn already. Reload to see.',
  },
} as const satisfies Record<string, Sentence>
