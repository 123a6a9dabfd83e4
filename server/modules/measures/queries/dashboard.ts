import type { Dashboard, DashboardFigure, operations } from '#contract/dashboard.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { notFound } from '#server/platform/errors.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { changeFor, type ChangeOf } from '../protection.ts'
import { mayOpen, questionOf } from './question.ts'
import { groupsOf, totalOf, type Question } from './rows-behind.ts'
import { smallestCount, toldTo, type Told } from './told.ts'

type Ask = InputOf<(typeof operations)['getDashboard']>

/** What one is shown of a figure by a breakdown, or as a whole. */
type Figure = (question: Question, by?: string) => Promise<Told>

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
    const figure: Figure = (of, by) => (isOpen ? plain(tx, of, by) : toldTo(tx, actor, { question: of, by }))
    const changeOf = changeFor(isOpen ? 0 : await smallestCount(tx, question))
    const figures: DashboardFigure[] = []
    for (const definition of definitions)
      figures.push(await figureOf({ ...question, definition }, figure, changeOf))
    return {
      organisationId: question.organisationId,
      asOf: question.moment.asOf,
      rounded: !isOpen,
      figures,
    }
  }
}

async function plain(tx: Tx, question: Question, by: string | undefined): Promise<Told> {
  if (by !== undefined) return { total: null, groups: await groupsOf(tx, question, by) }
  return { total: await totalOf(tx, question), groups: undefined }
}

async function figureOf(question: Question, figure: Figure, changeOf: ChangeOf): Promise<DashboardFigure> {
  const { definition, moment } = question
  const { total } = await figure(question)
  const byYear = definition.breakdowns.includes('year') ? (await figure(question, 'year')).groups! : []
  const byOrganisation = (await figure(question, 'organisation')).groups!
  const thisYear = Number(moment.asOf.slice(0, 4))
  const of = (year: number) => {
    const found = byYear.find(({ key }) => key === String(year).padStart(4, '0'))
    return found === undefined ? 0 : found.value
  }
  return {
    measure: definition.name,
    total,
    thisYear: of(thisYear),
    lastYear: of(thisYear - 1),
    change: changeOf(of(thisYear), of(thisYear - 1)),
    years: byYear.filter(({ key }) => Number(key) > thisYear - years),
    organisations: byOrganisation.slice(0, organisations),
  }
}
