import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of requests and their decisions. */
export const approvalErrors = {
  'approvals.elsewhere': {
    zh: '这项申请现在等别的单位审批，您暂时不能办理。',
    en: 'This request now waits for somebody else’s decision.',
  },
  'approvals.not_returned': {
    zh: '这项申请没有被退回，不能再次提交。',
    en: 'This request was not sent back, so it cannot be submitted again.',
  },
  'approvals.over': {
    zh: '这项申请已经有了结果，请刷新页面查看。',
    en: 'This request has been decided meanwhile. Refresh to see how it stands.',
  },
  'approvals.own': {
    zh: '这是您本人的申请，要由别的同志审批。',
    en: 'This request is your own: somebody else has to decide it.',
  },
  'approvals.signed_before': {
    zh: '您已经在前一步审批过，这一步要由另一位同志审批。',
    en: 'You signed an earlier step. This one needs somebody else.',
  },
} satisfies Record<string, Sentence>
