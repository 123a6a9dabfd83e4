import { fill, type Sentence } from '../../i18n/texts.ts'

const words: Record<string, Sentence> = {
  'purpose.stipend': { zh: '专项补贴', en: 'stipends' },
  'purpose.award': { zh: '奖励', en: 'awards' },
  'purpose.direct_point': { zh: '直管点经费', en: 'direct points' },
  'purpose.training': { zh: '培训', en: 'training' },
  'purpose.union_funds': { zh: '工会经费', en: 'union funds' },
  'payer.two_new_committee': { zh: '两新工委', en: 'two-new committee' },
  'payer.district_federation': { zh: '区总工会', en: 'district federation' },
  'payer.street_town': { zh: '街道（镇）', en: 'street or town' },
  'payer.district_finance': { zh: '区财政', en: 'district finance' },
  'payer.superior_union': { zh: '上级工会', en: 'superior union' },
  'entry.grant': { zh: '拨入', en: 'granted' },
  'entry.allocate': { zh: '分配', en: 'allocated' },
  'entry.reverse': { zh: '冲销', en: 'taken back' },
  'entry.commit': { zh: '安排', en: 'promised' },
  'entry.release': { zh: '释放', en: 'released' },
  'entry.pay': { zh: '付款', en: 'paid' },
  'entry.return': { zh: '银行退回', en: 'returned' },
  'batch.made': { zh: '待复核', en: 'waits for the check' },
  'batch.checked': { zh: '待付款', en: 'waits for payment' },
  'batch.paid': { zh: '已付款', en: 'paid' },
  'batch.sent_back': { zh: '已退回', en: 'sent back' },
  'act.made': { zh: '编制', en: 'Made' },
  'act.checked': { zh: '复核', en: 'Checked' },
  'act.paid': { zh: '付款', en: 'Paid' },
  'act.sent_back': { zh: '退回', en: 'Sent back' },
  'line.listed': { zh: '未付', en: 'not paid' },
  'line.paid': { zh: '已付', en: 'paid' },
  'line.returned': { zh: '退回待重发', en: 'returned' },
  'line.reissued': { zh: '退回已重列', en: 'returned, listed again' },
  'claim.ready': { zh: '可以发', en: 'ready' },
  'claim.again': { zh: '退回，可重发', en: 'returned, can be paid again' },
  'claim.no_account': { zh: '缺收款账户', en: 'no account' },
  'claim.account_returned': { zh: '账户被退回，请更新', en: 'returned: needs another account' },
  'claim.owes': { zh: '抵扣后不用发', en: 'taken off: nothing to pay' },
  'claim.own': { zh: '本人或近亲属，别人办', en: 'own or a relative’s: for somebody else' },
  'cause.account_wrong': { zh: '账号不对', en: 'wrong account' },
  'cause.name_differs': { zh: '户名不符', en: 'name differs' },
  'cause.account_closed': { zh: '账户已销', en: 'account closed' },
  'cause.other': { zh: '银行原因', en: 'at the bank' },
  'hand.no_power': { zh: '您的岗位不办这一步', en: 'not for your post' },
  'hand.wrong_state': { zh: '还没到这一步', en: 'not at this step' },
  'hand.same_hand': { zh: '您已办过一步，要由别的同志办', en: 'you did one step: somebody else does this' },
  'hand.own_payment': {
    zh: '有发给您或近亲属的钱，要由别的同志办',
    en: 'pays you or a relative: somebody else does this',
  },
  'hand.own_account_entry': {
    zh: '有您录入的账户，要由别的同志复核',
    en: 'holds an account you wrote down: somebody else checks',
  },
  'outcome.due': { zh: '应发', en: 'due' },
  'outcome.difference': { zh: '补差额', en: 'difference' },
  'outcome.claimed': { zh: '已核算', en: 'claimed' },
  'outcome.no_grade': { zh: '缺等次', en: 'no grade yet' },
  'outcome.grade_unpaid': { zh: '等次不发', en: 'grade without a stipend' },
  'outcome.part_unpaid': { zh: '离任当月不发', en: 'month of leaving, not paid' },
  'outcome.not_entitled': { zh: '不享受', en: 'not entitled' },
  'outcome.own': { zh: '本人或近亲属，别人核算', en: 'own or a relative’s: for somebody else' },
  'grade.excellent': { zh: '优秀', en: 'excellent' },
  'grade.good': { zh: '良好', en: 'good' },
  'grade.pass': { zh: '合格', en: 'pass' },
  'grade.fail': { zh: '不合格', en: 'fail' },
  'tax.none': { zh: '不代扣', en: 'none withheld' },
  'tax.incidental': { zh: '偶然所得', en: 'incidental income' },
  'gradeState.waiting': { zh: '待审定', en: 'waits' },
  'gradeState.approved': { zh: '已审定', en: 'approved' },
  'gradeState.refused': { zh: '已退回', en: 'refused' },
  'rule.funds.tax_categories': { zh: '计税', en: 'Tax' },
  'rule.stipends.bounds': { zh: '上下限', en: 'Bounds' },
  'rule.stipends.entitled': { zh: '谁享受', en: 'Who is entitled' },
  'rule.stipends.grades': { zh: '等次标准', en: 'Grades' },
  'rule.stipends.partial_month': { zh: '到任、离任当月', en: 'Months of entry and leaving' },
}

/** What a code of funds is called; a code without words stays a code. */
export function word(kind: string, code: string): string {
  const sentence = words[`${kind}.${code}`]
  return sentence === undefined ? code : fill(sentence, {})
}

/** Codes as options of a filter or a field. */
export function optionsOf(kind: string, codes: readonly string[]): { value: string; label: string }[] {
  return codes.map((value) => ({ value, label: word(kind, value) }))
}
