import type { Sentence } from './sentence.ts'

/** What acts on choices and pairs are called in the audit log. None of them says whom somebody chose. */
export const choiceSentences = {
  'matchmaking.choices_closed': {
    zh: '截止了一场联谊活动的意向选择，共收到 {sheets} 份',
    en: 'closed the choices of a social match event; {sheets} {sheets|sheet|sheets} had come in',
  },
  'matchmaking.contact_released': {
    zh: '向互相选中的对方放出了一项联系方式',
    en: 'released a contact to the other of a pair',
  },
  'matchmaking.contact_revoked': { zh: '收回了一项联系方式', en: 'took a contact back' },
  'matchmaking.couple_confirmed': {
    zh: '双方都确认牵手成功',
    en: 'a couple was confirmed by both',
  },
  'matchmaking.outcome_recorded': {
    zh: '告知了交往进展',
    en: 'said what became of a pair',
  },
  'matchmaking.paper_keyed': { zh: '录入了一张纸质意向卡', en: 'keyed in a card of paper' },
  'matchmaking.paper_opened': {
    zh: '打开了一张两人录入不一致的纸质意向卡',
    en: 'opened a card of paper that two people had read differently',
  },
  'matchmaking.paper_settled': {
    zh: '核定了一张纸质意向卡',
    en: 'settled a card of paper',
  },
} as const satisfies Record<string, Sentence>
