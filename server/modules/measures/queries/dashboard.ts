import type { Dashboard, DashboardFigure, operations } from '#contract/dashboard.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { notFound } from '#server/platform/errors.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { changeFor, type ChangeOf } from '../protection.ts'
import { mayOpen, questionOf } from './question.ts'
import { sameDayLastYear, withEmptyYears } from '../rules.ts'
import { groupsNow, keptGroups, keptSoFar, keptToday, keptTotal, totalNow } from './figures.ts'
import { totalOf, type Question } from './rows-behind.ts'
import { smallestCount, toldTo, type Told } from './told.ts'

type Ask = InputOf<(typeof operations)['getDashboard']>

/** What one is shown of a figure by a breakdown, or as a whole. */
type Figure = (question: Question, by?: string) => Promise<Told>

interface Answering {
  figure: Figure
  /** What happened in the days of last year that this year has had; null where that is not told. */
  soFar: (question: Question) => Promise<number | null>
  changeOf: ChangeOf
}

const years = 5
const organisations = 20

/** All figures of a home page for one organisation today, each as `queryMeasure` would tell it to the same actor. */
export function dashboardOf(definitions: readonly MeasureDefinition[]) {
  return async (tx: Tx, actor: Actor, { organisationId }: Ask): Promise<Dashboard> => {
    const [first] = definitions
    if (first === undefined) notFound()
    const ask = { definition: first, ...(organisationId === undefined ? {} : { organisationId }) }
    const question = await questionOf(tx, actor, { ...ask, permission: 'figures.read' })
    const isOpen = await mayOpen(tx, actor, { organisationId: question.organisationId, ask })
    const { figure, soFar } = isOpen ? await openly(tx, definitions, question) : withheld(tx, actor)
    const changeOf = changeFor(isOpen ? 0 : await smallestCount(tx, question))
    const figures: DashboardFigure[] = []
    for (const definition of definitions)
      figures.push(await figureOf({ ...question, definition }, { figure, soFar, changeOf }))
    return {
      organisationId: question.organisationId,
      asOf: question.moment.asOf,
      rounded: !isOpen,
      figures,
    }
  }
}

// Whoever is told counts only is told whole years only: a part of one, less the whole, would be the rest.
function withheld(tx: Tx, actor: Actor): Pick<Answering, 'figure' | 'soFar'> {
  return {
    figure: (question, by) => toldTo(tx, actor, { question, by }),
    soFar: () => Promise.resolve(null),
  }
}

/** From the kept figures, which are read for all measures at once; those that cannot be had from them, from the rows. */
async function openly(
  tx: Tx,
  definitions: readonly MeasureDefinition[],
  page: Question,
): Promise<Pick<Answering, 'figure' | 'soFar'>> {
  const kept = await keptToday(tx, definitions, page)
  return {
    figure: async (question, by) => {
      const found = kept.get(question.definition.name)
      if (by === undefined)
        return {
          total: found === undefined ? await totalNow(tx, question) : keptTotal(found, question),
          groups: undefined,
        }
      return {
        total: null,
        groups: found === undefined ? await groupsNow(tx, question, by) : keptGroups(found, question, by),
      }
    },
    soFar: async (question) => {
      if (question.definition.counts === 'stock') return null
      const found = kept.get(question.definition.name)
      if (found !== undefined) return keptSoFar(found)
      const to = sameDayLastYear(question.moment.asOf)
      return totalOf(tx, { ...question, from: `${to.slice(0, 4)}-01-01`, to })
    },
  }
}

async function figureOf(
  question: Question,
  { figure, soFar, changeOf }: Answering,
): Promise<DashboardFigure> {
  const { definition, moment } = question
  const { total } = await figure(question)
  const byYear = definition.breakdowns.includes('year') ? (await figure(question, 'year')).groups! : []
  const byOrganisation = (await figure(question, 'organisation')).groups!
  const year = Number(moment.asOf.slice(0, 4))
  const of = (wanted: number) => byYear.find(({ key }) => Number(key) === wanted)?.value
  const [thisYear, lastYear] = [shown(of(year)), shown(of(year - 1))]
  const lastYearSoFar = await soFar(question)
  return {
    measure: definition.name,
    total,
    thisYear,
    lastYear,
    lastYearSoFar,
    change: changeOf(thisYear, definition.counts === 'flow' ? lastYearSoFar : lastYear),
    years: withEmptyYears(byYear, year).filter(({ key }) => Number(key) > year - years),
    organisations: byOrganisation.slice(0, organisations),
  }
}

// A year of which nothing is said had nothing; one that is kept back is null.
function shown(value: number | null | undefined): number | null {
  return value === undefined ? 0 : value
}
