import type { Sentence } from './sentence.ts'

/** What is done about secret votes by phone. Drawing a token and casting are not among them: they leave no entry. */
export const phoneVoteSentences = {
  'phone_votes.prepared': {
    zh: '准备了一次手机投票（选民 {due} 人，候选人 {names} 人）',
    en: 'prepared a vote by phone ({due} on the roll, {names} {names|name|names} on the paper)',
  },
  'phone_votes.allowed': { zh: '同意了用手机投票', en: 'allowed a vote to be held by phone' },
  'phone_votes.keyed': { zh: '公布了监票人生成的公钥', en: 'published the scrutineers’ key' },
  'phone_votes.tokens_begun': { zh: '开始领取投票凭证', en: 'began the token period' },
  'phone_votes.opened': { zh: '停发凭证并开启票箱', en: 'ended the token period and opened the urn' },
  'phone_votes.closed': { zh: '关闭了票箱', en: 'closed the urn' },
  'phone_votes.counted': {
    zh: '用监票人密钥开箱计票',
    en: 'opened the ballots with the scrutineers’ shares',
  },
  'phone_votes.void_declared': {
    zh: '声明手机选票打不开，待另一人确认作废',
    en: 'declared that the ballots by phone cannot be opened; another person is to confirm it',
  },
  'phone_votes.voided': {
    zh: '确认手机投票作废，改用纸质重新投票',
    en: 'confirmed that the vote by phone is void; it is repeated on paper',
  },
  'phone_votes.destroyed': {
    zh: '保管期满，销毁了手机选票（摘要和合计保留）',
    en: 'destroyed the ballots by phone whose time was over; hashes and sums stay',
  },
  'phone_votes.board_copied': {
    zh: '留存了公示板副本（{lines} 行，摘要 {digest}）',
    en: 'kept a copy of the board ({lines} {lines|line|lines}, digest {digest})',
  },
  'phone_votes.urn_checked': {
    zh: '按公示板副本（{lines} 行）核对了票箱，发现 {faults} 处不符',
    en: 'checked the urn against a copy of {lines} {lines|line|lines}: {faults} {faults|fault|faults}',
  },
} as const satisfies Record<string, Sentence>
