import type { Finding, SealedFigure } from '#contract/reports-seals.ts'
import { language } from '../../i18n/language.ts'
import { formatDay } from '../../kit/format.ts'
import { findings, parts, t } from './seal-texts.ts'

/** What a sealed figure was called, in the language in use. */
export function figureName({ zh, en }: Pick<SealedFigure, 'zh' | 'en'>): string {
  return language() === 'zh' ? zh : en
}

/** What exactly was counted. */
export function figureDefinition({ definitionZh, definitionEn }: SealedFigure): string {
  return language() === 'zh' ? definitionZh : definitionEn
}

/** Of which day or days. */
export function figureDays({ asOf, from, to }: SealedFigure): string {
  const day = t('asOf', { day: formatDay(asOf) })
  if (from !== null && to !== null) return t('period', { from: formatDay(from), to: formatDay(to) })
  if (from !== null) return `${t('since', { from: formatDay(from) })} · ${day}`
  return to === null ? day : t('until', { to: formatDay(to) })
}

/** A finding as a sentence. */
export function findingWords({ code, figure, part, rowId, sealed, found }: Finding): string {
  return findings(code, {
    figure: figure ?? '',
    part: part !== null && part in partNames ? parts(part as keyof typeof partNames) : (part ?? ''),
    row: rowId === null ? '—' : rowId.slice(-12),
    sealed: sealed ?? '—',
    found: found ?? '—',
  })
}

const partNames = {
  name: 1,
  zh: 1,
  en: 1,
  unit: 1,
  definitionZh: 1,
  definitionEn: 1,
  counting: 1,
  counts: 1,
  breakdowns: 1,
  select: 1,
  parameters: 1,
  organisation: 1,
  value: 1,
  day: 1,
  counted_as: 1,
} as const
