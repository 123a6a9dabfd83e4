import { texts } from '../../../i18n/texts.ts'

export const t = texts({
  title: { zh: '我的考核', en: 'My assessments' },
  loading: { zh: '正在载入', en: 'Loading' },
  none: { zh: '没有您的考核', en: 'No assessments' },
  noneHint: {
    zh: '担任党工专员等职务的，考核周期开始后会显示在这里。',
    en: 'If you hold a post that is assessed, it stands here once a period is opened.',
  },
  waits: {
    zh: '正在考核，审批后您会看到结果。',
    en: 'Being assessed. You will see the result once it is approved.',
  },
  result: { zh: '考核结果', en: 'Result' },
  how: { zh: '怎么算出来的', en: 'How it was computed' },
  report: { zh: '我的自评', en: 'My own report' },
  reportLabel: { zh: '本期做了哪些工作，成效如何', en: 'What you did in this period, and what came of it' },
  reportHint: { zh: '附上能说明情况的照片或 PDF。', en: 'Photos or PDFs that show it.' },
  evidence: { zh: '佐证材料', en: 'Evidence' },
  files: { zh: '附件 {count} 个', en: '{count} {count|file|files}' },
  writtenAt: { zh: '提交于 {at}', en: 'written {at}' },
  send: { zh: '提交自评', en: 'Hand in' },
  again: { zh: '重新提交', en: 'Write it anew' },
  short: { zh: '至少写 10 个字。', en: 'Please write at least ten characters.' },
  appeal: { zh: '对结果有异议', en: 'I disagree with the result' },
  appealHint: {
    zh: '可在 {until} 前申诉一次，由没有参与过这次考核的人处理。',
    en: 'One appeal until {until}; somebody who had no hand in this assessment decides.',
  },
  appealLabel: { zh: '哪一项不对，为什么', en: 'What is wrong, and why' },
  appealSend: { zh: '提出申诉', en: 'Appeal' },
  appealed: { zh: '申诉已提交，等待处理。', en: 'Your appeal waits for a decision.' },
  history: { zh: '办理记录', en: 'History' },
})
