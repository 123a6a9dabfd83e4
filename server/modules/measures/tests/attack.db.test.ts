import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Measure, MeasureAnswer } from '#contract/measures.ts'
import type { Me } from '#contract/sessions.ts'
import type { TestClient } from '#server/test/client.ts'
import { boundsOf, derive, isGivenAway, type Bounds, type Sum } from './attack.ts'
import { ask, auditorOf, catalogueOf, loadSmallDemo, signedIn } from './small-demo.ts'

let city: TestClient
let auditor: TestClient
let measures: Measure[]
let top: string

before(async () => {
  const tenantId = await loadSmallDemo()
  city = await signedIn('city')
  top = (await city.get<Me>('/me')).body.actingAs!.organisationId
  auditor = await auditorOf(tenantId, top)
  measures = await catalogueOf(auditor)
})

/** One question of those that a counts-only post may put, and the sum its parts make. */
interface Asked {
  organisationId: string
  by: string
  years: string
}

const additive = [
  'participations',
  'couples',
  'mutual_interest_pair_times',
  'two_new_organisations',
  'matchmakers',
]

test('no two nor all questions that counts-only posts may put give a group of fewer than five away', async (t) => {
  let foundByControl = 0
  for (const name of additive) {
    const measure = measures.find((each) => each.name === name)!
    const asked = await questionsOf(measure)
    const told = await Promise.all(asked.map((question) => put(auditor, measure, question)))
    const exact = await Promise.all(asked.map((question) => put(city, measure, question)))
    const truth = valuesIn(asked, exact)
    const sums = sumsIn(asked, exact, measure)
    const known = derive(boundsFrom(valuesIn(asked, told)), sums)
    const small = [...truth].filter(([, value]) => value !== null && value > 0 && value < 5)
    t.diagnostic(`${name}: ${asked.length} questions, ${truth.size} numbers, ${small.length} small`)
    assert.ok(small.length > 0, name)
    for (const [cell, bounds] of known) {
      const value = truth.get(cell)
      if (value !== undefined)
        assert.ok(bounds.low <= value! && value! <= bounds.high, `${name} ${cell}: told wrongly`)
      assert.ok(!isGivenAway(bounds), `${name} ${cell}: ${JSON.stringify(bounds)}, in truth ${value}`)
    }
    const naive = new Map(
      [...truth].map(([cell, value]) => [cell, small.some(([each]) => each === cell) ? null : value]),
    )
    const found = derive(new Map([...naive].map(([cell, value]) => [cell, exactly(value)])), sums)
    foundByControl += [...found.values()].filter(isGivenAway).length
  }
  assert.ok(foundByControl > 0, 'control: told exactly, with small ones alone kept back, some are given away')
})

test('counts-only posts are told multiples of five, nothing below five, and no change that could be below five', async () => {
  for (const measure of measures) {
    const compared: Record<string, string> =
      measure.counts === 'stock'
        ? { compareAsOf: '2025-12-31' }
        : { from: '2026-01-01', compareFrom: '2025-01-01', compareTo: '2025-12-31' }
    const [told, exact] = [
      await ask(auditor, measure.name, compared),
      await ask(city, measure.name, compared),
    ]
    assert.deepEqual([told.rounded, exact.rounded], [true, false])
    for (const value of [told.total, told.earlier!.total, told.change!])
      assert.ok(value === null || value === 0 || (value % 5 === 0 && Math.abs(value) >= 5), measure.name)
    if (Math.abs(exact.change!) < 5) assert.equal(told.change, null, measure.name)
    if (exact.total! > 0 && exact.total! < 5) assert.equal(told.total, null, measure.name)
  }
})

test('an organisation whose count is hidden beside the others tells nothing about itself either', async () => {
  const gaps: [string, string][] = []
  for (const { name } of measures) {
    const { groups } = await ask(auditor, name, { by: 'organisation' })
    const hidden = groups!.filter(({ key, value }) => value === null && key !== top)
    const labels = groups!.filter(({ value }) => value === null).map(({ label }) => label)
    assert.deepEqual(
      labels,
      labels.toSorted((a, b) => a.localeCompare(b, 'zh')),
      `${name}: in the order of what is hidden`,
    )
    for (const { key } of hidden.slice(0, 2)) gaps.push([name, key])
  }
  assert.ok(gaps.length > 0)
  for (const [name, key] of gaps) {
    const answer = await ask(auditor, name, { by: 'organisation', organisationId: key })
    assert.equal(answer.total, null)
    assert.ok(answer.groups!.every(({ value }) => value === null))
  }
})

test('whoever sees counts only asks of month-ends and whole years, as known now', async () => {
  for (const [query, code] of [
    ['asOf=2026-06-29', 'measures.month_ends_only'],
    ['knownAt=2026-06-30T00:00:00Z', 'measures.month_ends_only'],
    ['compareAsOf=2025-12-30', 'measures.month_ends_only'],
  ])
    assert.equal((await auditor.get(`/measures/members?${query}`)).body.error.code, code)
  for (const query of [
    'from=2025-02-01',
    'from=2025-01-01&to=2025-06-30',
    'compareFrom=2025-01-01&compareTo=2025-02-28',
  ])
    assert.equal((await auditor.get(`/measures/couples?${query}`)).body.error.code, 'measures.years_only')
  assert.equal((await auditor.get('/measures/couples/rows')).status, 403)
})

/** The top, the largest districts below it and one below each, by everything, of all years and of some. */
async function questionsOf(measure: Measure): Promise<Asked[]> {
  const organisations = [top]
  for (const parent of [top, top, 'first']) {
    const of = parent === 'first' ? organisations[1]! : parent
    const { groups } = await ask(city, measure.name, { by: 'organisation', organisationId: of })
    const next = groups!.find(({ key, value }) => value! > 0 && !organisations.includes(key))
    if (next !== undefined) organisations.push(next.key)
  }
  const periods = measure.counts === 'stock' ? [''] : ['', '2024-2024', '2025-2025', '2024-2025']
  return organisations.flatMap((organisationId) =>
    measure.breakdowns
      .filter((by) => measure.counts === 'flow' || by !== 'year')
      .flatMap((by) => periods.map((years) => ({ organisationId, by, years }))),
  )
}

async function put(
  client: TestClient,
  { name }: Measure,
  { organisationId, by, years }: Asked,
): Promise<MeasureAnswer> {
  const [from, to] = years.split('-')
  const period: Record<string, string> = years === '' ? {} : { from: `${from}-01-01`, to: `${to}-12-31` }
  return ask(client, name, { organisationId, by, ...period })
}

// A number has one name, however it is asked for: the count of a district among the city's is the district's own, a year is a period.
function nameOf({ organisationId, by, years }: Asked, key: string | null): string {
  if (key === null) return [organisationId, years, ''].join('|')
  if (by === 'organisation') return [key, years, key === organisationId ? 'itself' : ''].join('|')
  if (by === 'year') return [organisationId, `${key}-${key}`, ''].join('|')
  return [organisationId, years, `${by} ${key}`].join('|')
}

function valuesIn(asked: readonly Asked[], answers: readonly MeasureAnswer[]): Map<string, number | null> {
  const values = new Map<string, number | null>()
  const tell = (name: string, value: number | null) => {
    const before = values.get(name)
    assert.ok(
      before === undefined || before === value,
      `${name} is told once as ${before} and once as ${value}`,
    )
    values.set(name, value)
  }
  for (const [at, answer] of answers.entries()) {
    tell(nameOf(asked[at]!, null), answer.total)
    for (const { key, value } of answer.groups!) tell(nameOf(asked[at]!, key), value)
  }
  return values
}

/** Every sum between the numbers: a total and its parts, with what counts at the organisation and in no part; a kind above and below. */
function sumsIn(asked: readonly Asked[], answers: readonly MeasureAnswer[], measure: Measure): Sum[] {
  const sums: Sum[] = answers.map((answer, at) => {
    const total = nameOf(asked[at]!, null)
    const rest = asked[at]!.by === 'organisation' && measure.counts === 'stock' ? [`${total}rest`] : []
    return { total, parts: [...answer.groups!.map(({ key }) => nameOf(asked[at]!, key)), ...rest] }
  })
  const kinds = asked.flatMap((question, at) =>
    question.by === 'organisation' ? [] : answers[at]!.groups!.map(({ key }) => ({ question, key })),
  )
  for (const { question, key } of kinds) {
    if (question.organisationId !== top) continue
    const total = nameOf(question, key)
    const below = kinds.filter(
      (each) =>
        each.key === key && each.question.by === question.by && each.question.years === question.years,
    )
    const parts = below
      .filter((each) => isDistrict(each.question.organisationId, asked))
      .map((each) => nameOf(each.question, key))
    if (parts.length > 0) sums.push({ total, parts: [...parts, `${total}elsewhere`] })
  }
  return sums
}

// The two asked for after the top stand directly below it.
function isDistrict(organisationId: string, asked: readonly Asked[]): boolean {
  return [...new Set(asked.map((each) => each.organisationId))].slice(1, 3).includes(organisationId)
}

function boundsFrom(values: ReadonlyMap<string, number | null>): Map<string, Bounds> {
  return new Map([...values].map(([name, value]) => [name, boundsOf(value)]))
}

function exactly(value: number | null): Bounds {
  return value === null ? { low: 0, high: Infinity } : { low: value, high: value }
}
