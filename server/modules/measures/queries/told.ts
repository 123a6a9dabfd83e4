import { sql } from 'kysely'
import { inScope } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { hideIn, hideInTable, isRunTold, roundedDown, type Cell } from '../protection.ts'
import { seriesOf } from '../rules.ts'
import { groupsNow, totalNow } from './figures.ts'
import { crossOf, type Crossed, type Group, type Question } from './rows-behind.ts'

type Part = Group & Cell
/** A figure as it may be told; null stands for what is kept back. */
export interface Told {
  total: number | null
  groups: { key: string; label: string; value: number | null }[] | undefined
}

/** The rule's number in force on the day asked for: the smallest count that is told, and the width totals are rounded to. */
export async function smallestCount(tx: Tx, { moment }: Question): Promise<number> {
  return (await ruleFor<number>(tx, 'measures.smallest_count', moment.asOf)).value
}

/**
 * The figure for an actor who sees counts only. What is kept back follows from the top of his scope downwards (decision 029): an organisation
 * whose count is hidden among those beside it tells nothing about itself either, and a year or kind that is hidden above stays hidden below.
 */
export async function toldTo(
  tx: Tx,
  actor: Actor,
  asked: { question: Question; by: string | undefined },
): Promise<Told> {
  const { question, by } = asked
  const smallest = await smallestCount(tx, question)
  const told = (cell: Cell) => (cell.hidden ? null : roundedDown(cell.value, smallest))
  const path = { counts: new Counts(tx), chain: await chainTo(tx, actor, question), smallest }
  const total = await totalCell(path, question)
  if (by === undefined) return { total: told(total), groups: undefined }
  if (by === 'year' && question.definition.counts === 'stock')
    return { total: told(total), groups: await yearEnds(tx, actor, question) }
  const parts = await partsOf(path, question, by)
  const groups = parts.map((part) => ({
    key: part.key,
    label: part.label,
    value: total.hidden && by !== 'year' ? null : told(part),
  }))
  return { total: told(total), groups: by === 'organisation' ? groups.sort(asTold) : groups }
}

// The order of the true counts would say which of two hidden ones is greater.
function asTold(a: NonNullable<Told['groups']>[number], b: typeof a): number {
  return (b.value ?? -1) - (a.value ?? -1) || a.label.localeCompare(b.label, 'zh')
}

/** Whose figures are looked at, from the top of the scope down to the organisation asked for. */
interface Path {
  counts: Counts
  chain: readonly string[]
  smallest: number
}

/** The organisations that led the one asked for on the day, as far as the actor's scope reaches today, from the top to itself. */
async function chainTo(tx: Tx, actor: Actor, { organisationId, moment }: Question): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.ancestor_id as id from organisation_tree t
    where t.tenant_id = ${tx.tenantId} and t.descendant_id = ${organisationId} and t.depth > 0
      and t.starts_on <= ${moment.asOf}::date and (t.ends_before is null or ${moment.asOf}::date < t.ends_before)
      and ${inScope(tx, { actor, permission: 'figures.read' }, sql.ref('t.ancestor_id'))}
    order by t.depth desc`.execute(tx)
  return [...rows.map(({ id }) => id), organisationId]
}

async function partsOf(path: Path, question: Question, by: string): Promise<readonly Part[]> {
  if (by === 'organisation') return organisationParts(path, question)
  if (by !== 'year') return kindParts(path, question, by)
  return yearsIn(question, await kindParts(path, always(question), 'year'))
}

/** What there was at each year's end: each a total of its own day, told as the total of that day is. */
async function yearEnds(tx: Tx, actor: Actor, question: Question): Promise<NonNullable<Told['groups']>> {
  const groups: NonNullable<Told['groups']> = []
  for (const { year, asOf } of seriesOf(question.moment.asOf, question)) {
    const then = { ...always(question), moment: { ...question.moment, asOf } }
    const { total } = await toldTo(tx, actor, { question: then, by: undefined })
    groups.push({ key: year, label: year, value: total })
  }
  return groups
}

/** The count of the path's last organisation: hidden where it is small, or among those beside it. */
async function totalCell(path: Path, question: Question): Promise<Cell> {
  const above = parentOf(path)
  const value = await path.counts.total(of(question, path))
  const isSmall = value > 0 && value < path.smallest
  if (isSmall || !(await isPeriodTold(path, question))) return { value, hidden: true }
  if (above === null) return { value, hidden: false }
  const beside = await organisationParts(above, question)
  return { value, hidden: beside.find(({ key }) => key === own(path))?.hidden ?? false }
}

// By directly led organisation. Years asked for tell no more than the years do one by one.
async function organisationParts(path: Path, question: Question): Promise<Part[]> {
  const total = await totalCell(path, question)
  const groups = await path.counts.groups(of(question, path), 'organisation')
  const parts = groups.map((group) => ({ ...group, hidden: total.hidden }))
  if (hasPeriod(question)) {
    const table = await tableOf(path, always(question), 'year')
    for (const part of parts) {
      const years = table.get(part.key) ?? []
      if (!isRunTold(years, yearsIn(question, years))) part.hidden = true
    }
  }
  const sum = parts.reduce((of, { value }) => of + value, 0)
  hideIn(parts, path.smallest, question.definition.counting === 'distinct_by' ? 0 : total.value - sum)
  return parts
}

/** Whether the years asked for may be told as one sum beside each of them. */
async function isPeriodTold(path: Path, question: Question): Promise<boolean> {
  if (!hasPeriod(question)) return true
  const years = await kindParts(path, always(question), 'year')
  return isRunTold(years, yearsIn(question, years))
}

/** By a kind or by year: hidden at the top for their own sake, below also where the table of those beside it would give them away. */
async function kindParts(path: Path, question: Question, by: string): Promise<Part[]> {
  const above = parentOf(path)
  const groups = await path.counts.groups(of(question, path), by)
  if (above !== null) {
    const row = (await tableOf(above, question, by)).get(own(path)) ?? []
    const hidden = new Set(row.filter((part) => part.hidden).map(({ key }) => key))
    return groups.map((group) => ({ ...group, hidden: hidden.has(group.key) }))
  }
  const { hidden } = await totalCell(path, question)
  const parts = groups.map((group) => ({ ...group, hidden }))
  hideIn(parts, path.smallest)
  return parts
}

/** For each directly led organisation its row of kinds, what is hidden marked. */
async function tableOf(path: Path, question: Question, by: string): Promise<Map<string, Part[]>> {
  const columns = await kindParts(path, question, by)
  const organisations = await organisationParts(path, question)
  const crossed = await path.counts.crossed(of(question, path), by)
  const values = new Map(crossed.map(({ organisationId, key, value }) => [`${organisationId} ${key}`, value]))
  const table = organisations.map(({ key: organisation, hidden }) =>
    columns.map((column) => ({ ...column, value: values.get(`${organisation} ${column.key}`) ?? 0, hidden })),
  )
  hideInTable(
    table,
    columns.map(({ hidden }) => hidden),
    path.smallest,
  )
  return new Map(organisations.map(({ key }, at) => [key, table[at]!]))
}

/** Counts each thing once, however often the reasoning comes back to it. */
class Counts {
  private readonly known = new Map<string, Promise<unknown>>()
  private readonly tx: Tx

  constructor(tx: Tx) {
    this.tx = tx
  }

  total(question: Question): Promise<number> {
    return this.once(['total', ''], question, () => totalNow(this.tx, question))
  }

  groups(question: Question, by: string): Promise<Group[]> {
    return this.once(['groups', by], question, () => groupsNow(this.tx, question, by))
  }

  crossed(question: Question, by: string): Promise<Crossed[]> {
    return this.once(['crossed', by], question, () => crossOf(this.tx, question, by))
  }

  private once<T>(what: readonly string[], question: Question, count: () => Promise<T>): Promise<T> {
    const key = [...what, question.organisationId, question.from, question.to].join(' ')
    const known = this.known.get(key) ?? count()
    this.known.set(key, known)
    return known as Promise<T>
  }
}

function of(question: Question, { chain }: Path): Question {
  return { ...question, organisationId: chain.at(-1)! }
}

function own({ chain }: Path): string {
  return chain.at(-1)!
}

function parentOf(path: Path): Path | null {
  return path.chain.length > 1 ? { ...path, chain: path.chain.slice(0, -1) } : null
}

function hasPeriod({ from, to }: Question): boolean {
  return from !== null || to !== null
}

function always(question: Question): Question {
  return { ...question, from: null, to: null }
}

function yearsIn<P extends { key: string }>({ from, to }: Question, years: readonly P[]): P[] {
  return years.filter(
    ({ key }) => (from === null || key >= from.slice(0, 4)) && (to === null || key <= to.slice(0, 4)),
  )
}
