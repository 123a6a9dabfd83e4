import { texts } from '../../i18n/texts.ts'

export const t = texts({
  worklists: { zh: '待补的缺口', en: 'Gaps to close' },
  noGaps: { zh: '没有缺口，各项都齐了', en: 'No gaps: everything is in place' },
})
