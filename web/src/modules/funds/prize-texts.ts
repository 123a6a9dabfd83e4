import { texts } from '../../i18n/texts.ts'

/** The words of prizes of sports and culture. */
export const z = texts({
  title: { zh: '文体活动奖励', en: 'Prizes' },
  note: {
    zh: '发给个人的文体活动奖金：获奖人数不超过参赛人数的规定比例，登记后进入发放清单。',
    en: 'Prizes in money of sports and culture: no more winners than the rule allows of the contestants; they go by payment lists.',
  },
  empty: { zh: '还没有登记奖励', en: 'No prizes yet' },
  emptyHint: {
    zh: '先建“奖励”或“工会经费”预算，再登记获奖名单。',
    en: 'Open a budget for awards or union funds, then give prizes.',
  },
  give: { zh: '登记奖励', en: 'Give prizes' },
  state: { zh: '付款情况', en: 'Payment' },
  search: { zh: '活动或单位名称', en: 'Contest or organisation' },
  year: { zh: '年度', en: 'Year' },
  contest: { zh: '活动', en: 'Contest' },
  contestHint: { zh: '例如：职工羽毛球赛', en: 'for example: workers’ badminton' },
  heldOn: { zh: '活动日期', en: 'Day' },
  contestants: { zh: '参赛人数', en: 'Contestants' },
  winners: { zh: '获奖', en: 'Winners' },
  ofContestants: { zh: '{winners} / {contestants} 人', en: '{winners} of {contestants}' },
  total: { zh: '奖金合计', en: 'In all' },
  paid: { zh: '已付', en: 'Paid' },
  by: { zh: '登记人', en: 'By' },
  budget: { zh: '预算', en: 'Budget' },
  tax: { zh: '计税', en: 'Tax' },
  taxHint: {
    zh: '市、区总工会发的奖金一般按偶然所得代扣，由财务确定。',
    en: 'Prizes of a city or district federation are as a rule incidental income; the accountant decides.',
  },
  winner: { zh: '获奖人', en: 'Winner' },
  amount: { zh: '奖金（元）', en: 'Prize (yuan)' },
  more: { zh: '添加一人', en: 'Add a winner' },
  remove: { zh: '去掉', en: 'Remove' },
  limit: {
    zh: '参赛 {contestants} 人，最多 {most} 人获奖；已填 {winners} 人，共 {total}。',
    en: '{contestants} contestants: {most} {most|winner|winners} at most. {winners} entered, {total} in all.',
  },
  limitFirst: {
    zh: '先填参赛人数，这里显示最多几人获奖。',
    en: 'Enter the contestants to see how many may win.',
  },
  source: { zh: '依据：{source}', en: 'By: {source}' },
})
