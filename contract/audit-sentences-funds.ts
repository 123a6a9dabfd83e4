import type { Sentence } from './sentence.ts'

/** What is done with money. */
export const fundSentences = {
  'funds.source_named': { zh: '登记了资金来源', en: 'named a source of money' },
  'funds.budget_opened': { zh: '建立了预算', en: 'opened a budget' },
  'funds.money_moved': {
    zh: '拨入预算 {amountFen} 分',
    en: 'put {amountFen} fen into a budget',
  },
  'funds.movement_reversed': {
    zh: '冲销了一笔拨款，{amountFen} 分',
    en: 'took a movement of {amountFen} fen back',
  },
  'people.relative_declared': { zh: '登记了近亲属申报', en: 'recorded a declared relative' },
  'people.relative_ended': { zh: '撤销了近亲属申报', en: 'took back a declared relative' },
} as const satisfies Record<string, Sentence>
