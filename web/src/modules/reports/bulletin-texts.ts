import { texts } from '../../i18n/texts.ts'

/** Words of a bulletin as it is read, in the console and in public. */
export const t = texts({
  asOf: { zh: '截至{day}', en: 'as of {day}' },
  upTo: { zh: '自有记录起至{day}', en: 'from the first record to {day}' },
  fromTo: { zh: '{from}至{to}', en: '{from} to {to}' },
  draft: { zh: '草稿', en: 'Draft' },
  in_review: { zh: '待审签', en: 'In review' },
  released: { zh: '已发布', en: 'Released' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  what: { zh: '统计口径', en: 'What is counted' },
  period: { zh: '时间', en: 'Period' },
  whose: { zh: '范围', en: 'Whose' },
  value: { zh: '数值', en: 'Value' },
  hidden: { zh: '数量过少，不公开', en: 'too few to be told' },
  atLeast: { zh: '不少于 {value}', en: 'at least {value}' },
  hiddenHint: {
    zh: '为保护个人，人数过少的分项不公开，也不让人从合计里推算出来。',
    en: 'To protect persons, very small counts are kept back, and so is what would give them away.',
  },
  close: { zh: '收起', en: 'Close' },
  openFigure: { zh: '{name}：看统计口径', en: '{name}: what is counted' },
  item: { zh: '项目', en: 'Item' },
  total: { zh: '合计', en: 'Total' },
  tapHint: {
    zh: '点带虚线的数，可看它怎么算出来。',
    en: 'Press an underlined figure to see what it counts.',
  },
  issuedOn: { zh: '{day} 发布', en: 'released on {day}' },
  gone: { zh: '这期简报已撤回', en: 'This bulletin was withdrawn' },
  goneHint: { zh: '{day} 撤回，原因：{reason}', en: 'Withdrawn on {day}: {reason}' },
  proof: { zh: '扫码查看本期简报和数据来源', en: 'This bulletin and its figures online' },
  draftMark: { zh: '（草稿，未发布）', en: '(draft, not released)' },
  loading: { zh: '正在打开', en: 'Opening' },
  back: { zh: '全部公开内容', en: 'All that is published' },
})
