import { texts } from '../../../i18n/texts.ts'

/** Words of one’s own membership on the phone. */
export const t = texts({
  loading: { zh: '正在读取', en: 'Loading' },
  retry: { zh: '再试一次', en: 'Try again' },
  notRead: { zh: '没有读出来', en: 'Could not be read' },
  now: { zh: '我的会籍', en: 'My membership' },
  union: { zh: '所属工会', en: 'Union' },
  kind: { zh: '会籍', en: 'Membership' },
  joined: { zh: '入会时间', en: 'Joined' },
  none: { zh: '您现在没有会籍', en: 'You hold no membership at present' },
  noneHint: {
    zh: '请向您单位的工会申请入会；没有工会的，可以找所在街道总工会。',
    en: 'Ask the union of your workplace to admit you; where there is none, the federation of your sub-district.',
  },
  transfers: { zh: '转会', en: 'Transfer' },
  transferHint: {
    zh: '换了单位，会籍跟着走，不用退会再入会。办理期间会籍不变。',
    en: 'When you change jobs the membership goes with you; no need to leave and join again. Until it is done nothing changes.',
  },
  askTransfer: { zh: '申请转会', en: 'Ask for a transfer' },
  findUnion: { zh: '新单位的工会名称', en: 'Name of the new union' },
  findUnionHint: { zh: '输入几个字，从下面选', en: 'Type a few letters and choose below' },
  noUnion: {
    zh: '没有找到。可以换个词试试，或者问新单位的工会。',
    en: 'Nothing found. Try other words, or ask the new union.',
  },
  chosenUnion: { zh: '转到', en: 'To' },
  otherUnion: { zh: '换一个', en: 'Choose another' },
  reason: { zh: '原因（可不填）', en: 'Reason (optional)' },
  reasonHint: { zh: '例如：换了单位', en: 'For example: a new job' },
  send: { zh: '提出申请', en: 'Send the request' },
  chooseFirst: { zh: '先选新单位的工会', en: 'Choose the new union first' },
  cancel: { zh: '不申请了', en: 'Cancel' },
  sent: { zh: '已提出，先由现在的工会放行。', en: 'Sent. Your present union releases you first.' },
  fromTo: { zh: '{from} → {to}', en: '{from} → {to}' },
  dueBy: { zh: '请对方在 {date} 前答复', en: 'an answer is due by {date}' },
  stepReason: { zh: '理由：{reason}', en: 'Reason: {reason}' },
  withdraw: { zh: '撤回申请', en: 'Withdraw the request' },
  withdrawn: { zh: '已撤回，会籍不变。', en: 'Withdrawn; nothing has changed.' },
  earlier: { zh: '以前的转会', en: 'Earlier transfers' },
})
