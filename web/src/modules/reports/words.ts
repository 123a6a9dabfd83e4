import type { BulletinFigure, BulletinState, PublicFigure } from '#contract/reports-bulletins.ts'
import { language } from '../../i18n/language.ts'
import { formatDay } from '../../kit/format.ts'
import { t } from './bulletin-texts.ts'

/** The name of a figure in the language in use. */
export function figureName(figure: PublicFigure): string {
  return language() === 'zh' ? figure.zh : figure.en
}

/** What exactly a figure counts, in one sentence. */
export function figureDefinition(figure: PublicFigure): string {
  return language() === 'zh' ? figure.definitionZh : figure.definitionEn
}

/** The day or days a figure is told for. */
export function periodWords({ counts, asOf, from, to }: PublicFigure): string {
  if (counts === 'stock') return t('asOf', { day: formatDay(asOf) })
  const last = formatDay(to ?? asOf)
  return from === null ? t('upTo', { day: last }) : t('fromTo', { from: formatDay(from), to: last })
}

/** How a bulletin stands, in words. */
export function stateName(state: BulletinState): string {
  return t(state)
}

/** Where the rows behind a figure are, with the same question. */
export function proofOf({ measure, organisationId, asOf, from, to, counts }: BulletinFigure) {
  const search: Record<string, string> = { organisationId, asOf }
  if (counts === 'flow' && from !== null) search.from = from
  if (counts === 'flow' && to !== null) search.to = to
  return { to: `/figures/${measure}`, search }
}
