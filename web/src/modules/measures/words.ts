import type { DashboardFigure } from '#contract/dashboard.ts'
import type { EarlierFigure, Measure, MeasureGroup, MeasureRow } from '#contract/measures.ts'
import { language } from '../../i18n/language.ts'
import { formatDay, formatFigure } from '../../kit/format.ts'
import { t } from './texts.ts'
import { isGoingOn } from './years.ts'

/** The name of a measure in the language in use. */
export function measureName(measure: Measure): string {
  return language() === 'zh' ? measure.zh : measure.en
}

/** What exactly is counted, in one sentence. */
export function measureDefinition(measure: Measure): string {
  return language() === 'zh' ? measure.definitionZh : measure.definitionEn
}

const units = {
  organisations: 'unitOrganisations',
  workers: 'unitWorkers',
  persons: 'unitPersons',
  events: 'unitEvents',
  participations: 'unitParticipations',
  sheets: 'unitSheets',
  'pair-times': 'unitPairTimes',
  pairs: 'unitPairs',
  couples: 'unitPairs',
  venues: 'unitVenues',
  honours: 'unitHonours',
  elections: 'unitElections',
  fen: 'unitFen',
} as const

/** The unit a figure is counted in. */
export function unitWords(unit: string): string {
  return unit in units ? t(units[unit as keyof typeof units]) : unit
}

/** A figure as it is shown, without its unit; null stands for one that is too small to be told. */
export function totalWords(total: number | null, unit: string): string {
  return total === null ? t('tooFew') : formatFigure(total, unit)
}

/** What stands over a column of values: what they are of, and where they are money in what. */
export function valueColumn(name: string, unit: string): string {
  return unit === 'fen' ? t('inUnit', { name, unit: unitWords(unit) }) : name
}

/** Codes of rows and parts that have words of their own. */
const coded = [
  'new_economic',
  'new_social',
  'member',
  'retained',
  'federation',
  'women_workers',
  'industry',
  'site',
  'introduction',
  'part_time_chair',
  'party_affairs_officer',
  'excellent',
  'good',
  'pass',
  'fail',
  'two_new_committee',
  'district_federation',
  'street_town',
  'district_finance',
  'superior_union',
  'district',
  'street',
  'not_assessed',
  'incomplete',
  'two_new_venue',
  'outdoor_station',
  'expressway_station',
  'studio',
  'committee',
  'standing_committee',
  'audit_committee',
  'chair',
  'delegates',
  'induction',
  'rotation',
  'topic',
  'public_thanks',
  'excellent_commissioner',
  'excellent_union_worker',
  'excellent_union',
  'demonstration_point',
] as const
type Coded = (typeof coded)[number]
const isCoded = (code: string): code is Coded => coded.includes(code as Coded)

/** What a row says besides its name: the type of the organisation, the day of the report, the kind of membership. */
export function detailWords({ detail }: Pick<MeasureRow, 'detail'>): string {
  if (isCoded(detail)) return t(detail)
  return /^\d{4}-\d\d-\d\d$/.test(detail) ? t('reportedOn', { day: formatDay(detail) }) : detail
}

/** How a figure is divided, such as 按年; a breakdown without words keeps its code. */
export function breakdownName(by: string): string {
  switch (by) {
    case 'organisation':
    case 'year':
    case 'host_kind':
    case 'sex':
    case 'commissioner_kind':
    case 'grade':
    case 'title':
    case 'venue_kind':
    case 'election_kind':
    case 'stipend_month':
    case 'payer':
    case 'level':
      return t(`by${by}`)
    default:
      return by
  }
}

/** What stands over the names of the parts, such as 年份. */
export function columnName(by: string): string {
  switch (by) {
    case 'organisation':
    case 'year':
    case 'host_kind':
    case 'sex':
    case 'commissioner_kind':
    case 'grade':
    case 'title':
    case 'venue_kind':
    case 'election_kind':
    case 'stipend_month':
    case 'payer':
    case 'level':
      return t(`column${by}`)
    default:
      return by
  }
}

/** A figure and how it is divided, as a heading. */
export function partsTitle(measure: Measure, by: string): string {
  return t('partsOf', { name: measureName(measure), by: breakdownName(by) })
}

/** A unit by its name, a kind by its words. */
function groupName(by: string, { key, label }: Pick<MeasureGroup, 'key' | 'label'>): string {
  if (by === 'organisation') return label
  return key === 'female' || key === 'male' ? t(key) : detailWords({ detail: key })
}

/** What a part is called in a figure of an organisation, which is itself one of the parts where it has something of its own. */
export function partName(
  by: string,
  group: Pick<MeasureGroup, 'key' | 'label'>,
  organisationId: string,
): string {
  return group.key === organisationId ? t('itself', { name: group.label }) : groupName(by, group)
}

/** A year of a figure; the one that is going on says that it is not over. `today` is null where the figure ends on another day. */
export function yearName({ counts }: Pick<Measure, 'counts'>, year: string, today: string | null): string {
  if (today === null || !isGoingOn(year, today)) return year
  return t(counts === 'flow' ? 'yearSoFar' : 'yearNow', { year })
}

/** A programme as people call it; what belongs to none is of the register. */
export function programmeName(programme: string | null): string {
  if (programme === null) return t('register')
  return programme === 'matchmaking' || programme === 'commissioners' ? t(programme) : programme
}

/** More, fewer or the same; null is a change too small to be told. */
export function changeWords(change: number | null, unit: string): string {
  if (change === null) return t('changeTooSmall')
  if (change === 0) return t('same')
  return t(change > 0 ? 'more' : 'fewer', { count: formatFigure(Math.abs(change), unit) })
}

/**
 * What has become of a figure of the home page: what there is beside the end of last year; what happened this year beside the same days of last,
 * for posts that see counts only beside all of last year.
 */
export function sinceLastYear(
  { counts, unit }: Pick<Measure, 'counts' | 'unit'>,
  figure: DashboardFigure,
): string {
  const { thisYear, lastYear, lastYearSoFar, change } = figure
  const now = totalWords(thisYear, unit)
  if (counts === 'flow' && (lastYearSoFar === null || change === null))
    return t('soFar', { now, before: totalWords(lastYear, unit) })
  if (counts === 'flow') return t(sameDays(change!), { now, count: formatFigure(Math.abs(change!), unit) })
  if (change === null) return t('changedLittle')
  return change === 0 ? t('asAtYearEnd') : t('sinceYearEnd', { change: changeWords(change, unit) })
}

function sameDays(change: number) {
  if (change === 0) return 'soFarSame'
  return change > 0 ? 'soFarMore' : 'soFarFewer'
}

/** The earlier day or days something is held against: a year by its number, a day by its date. */
export function daysWords({ asOf, from, to }: EarlierFigure): string {
  if (from === null || to === null) return formatDay(asOf)
  const year = from.slice(0, 4)
  return from.endsWith('-01-01') && to === `${year}-12-31`
    ? t('ofYear', { year })
    : t('fromTo', { from: formatDay(from), to: formatDay(to) })
}
