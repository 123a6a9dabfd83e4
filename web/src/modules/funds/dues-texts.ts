import { texts } from '../../i18n/texts.ts'

/** The words of members’ dues. */
export const d = texts({
  title: { zh: '会费', en: 'Dues' },
  note: {
    zh: '每月按工资收入的 0.5% 收，不足 10 元的部分不计，全部留在基层工会。',
    en: 'Half a per cent of wages a month; what is below ten yuan does not count, and all of it stays at the basic union.',
  },
  empty: { zh: '还没有登记会费', en: 'No dues yet' },
  emptyHint: { zh: '每月收完会费，在这里登记人数和金额。', en: 'Record members and sums here once a month.' },
  record: { zh: '登记会费', en: 'Record dues' },
  month: { zh: '月份', en: 'Month' },
  state: { zh: '收缴情况', en: 'Received' },
  search: { zh: '工会名称', en: 'Name of a union' },
  union: { zh: '工会', en: 'Union' },
  members: { zh: '交纳人数', en: 'Members' },
  due: { zh: '应收', en: 'Due' },
  received: { zh: '实收', en: 'Received' },
  shortBy: { zh: '少收 {left}', en: '{left} short' },
  receivedField: { zh: '实收（元）', en: 'Received (yuan)' },
  receivedOn: { zh: '收到日期', en: 'Day' },
  voucher: { zh: '凭证号', en: 'Voucher' },
  by: { zh: '登记人', en: 'By' },
  wages: { zh: '工资', en: 'Wages' },
  wagesHint: {
    zh: '从表格里复制一列工资粘贴，一行一个金额，不要姓名。只保存人数和合计，工资不保存。',
    en: 'Paste a column of wages, one a line, without names. Only the number and the sum are kept, no wage.',
  },
  wagesWrong: { zh: '第 {row} 行不是金额，请改。', en: 'Line {row} is no sum. Change it.' },
  sum: { zh: '{members} 人，应收 {due}', en: '{members} {members|member|members}, {due} due' },
  source: { zh: '依据：{source}', en: 'By: {source}' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  withdrawTitle: { zh: '撤回这笔会费', en: 'Withdraw these dues' },
  withdrawBody: {
    zh: '记录会保留，撤回后可以重新登记这个月。',
    en: 'They stay on record; the month may be recorded anew.',
  },
})
