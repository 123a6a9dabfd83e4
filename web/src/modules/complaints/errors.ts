import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of complaints. */
export const complaintErrors = {
  'complaints.highest': {
    zh: '已经是本系统里的最高一级。可以向上一级总工会或 12345 反映。',
    en: 'This was the highest level here. You can turn to the federation above, or to 12345.',
  },
  'complaints.nobody_above': {
    zh: '这是本系统里的最高一级，不能由它自己受理。请向上一级总工会或 12345 反映。',
    en: 'Nobody stands above it here, and it may not answer for itself. Turn to the federation above, or to 12345.',
  },
  'complaints.not_answered': {
    zh: '还没有新的答复，请等答复后再评价。',
    en: 'There is no new answer yet. Wait for it before you reply.',
  },
  'complaints.not_sealed': {
    zh: '这件投诉是实名的，不用另外查看身份。',
    en: 'This complaint carries a name; nothing is sealed.',
  },
  'complaints.not_waiting': {
    zh: '这件投诉已经答复，请刷新页面查看。',
    en: 'This complaint has been answered already. Refresh to see.',
  },
} satisfies Record<string, Sentence>
