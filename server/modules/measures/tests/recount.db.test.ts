import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Dashboard } from '#contract/dashboard.ts'
import type { Measure, MeasureRow } from '#contract/measures.ts'
import type { Me } from '#contract/sessions.ts'
import { addDays } from '#server/platform/clock.ts'
import type { TestClient } from '#server/test/client.ts'
import { testServer } from '#server/test/server.ts'
import { sameDayLastYear } from '../rules.ts'
import { recountedElsewhere, recountOf, recounts, type Recount } from './recounts.ts'
import { ask, catalogueOf, loadSmallDemo, signedIn } from './small-demo.ts'

let city: TestClient
let catalogue: Measure[]
let measures: Measure[]
let world: { tenantId: string; organisationId: string; today: string }

before(async () => {
  const tenantId = await loadSmallDemo()
  city = await signedIn('city')
  catalogue = await catalogueOf(city)
  measures = catalogue.filter(({ name }) => !recountedElsewhere.includes(name))
  const { body: me } = await city.get<Me>('/me')
  world = { tenantId, organisationId: me.actingAs!.organisationId, today: me.today }
})

test('every figure of the catalogue has a recount of its own, and rows in a demo', async () => {
  assert.deepEqual(
    catalogue.map(({ name }) => name).sort(),
    [...Object.keys(recounts), ...recountedElsewhere].sort(),
  )
  for (const { name } of measures)
    assert.ok((await recount(name, { ...world, asOf: world.today })) > 0, `${name}: nothing to count`)
})

test('every figure equals its recount as of three dates, and opens to exactly its rows', async () => {
  const days = [world.today, addDays(world.today, -200), addDays(world.today, -800)]
  for (const measure of measures) {
    for (const asOf of days) {
      const expected = await recount(measure.name, { ...world, asOf })
      assert.equal((await ask(city, measure.name, { asOf })).total, expected, `${measure.name} ${asOf}`)
      const rows = await openAll(city, measure.name, { asOf })
      assert.equal(countOf(measure, rows), expected, `rows of ${measure.name} ${asOf}`)
      assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length, `${measure.name}: a row twice`)
    }
  }
})

test('every figure by year equals its recount: of what happened in each year, of what there was at its end', async () => {
  for (const { name, counts } of measures) {
    const { groups } = await ask(city, name, { by: 'year' })
    assert.ok(groups!.length > 0, name)
    for (const { key, value } of groups!) {
      const [from, end] = [`${key}-01-01`, `${key}-12-31`]
      const upTo = end < world.today ? end : world.today
      const expected = await recount(name, { ...world, asOf: upTo, ...(counts === 'flow' ? { from } : {}) })
      assert.equal(value, expected, `${name} ${key}`)
      if (counts === 'flow')
        assert.equal((await ask(city, name, { from, to: end })).total, expected, `${name} in ${key}`)
    }
  }
})

test('every figure by district equals its recount of each district', async () => {
  for (const { name } of measures) {
    const { groups } = await ask(city, name, { by: 'organisation' })
    assert.ok(groups!.length > 5, name)
    for (const { key, label, value } of groups!) {
      const itself = key === world.organisationId ? ({ itself: 'only' } as const) : {}
      const asked = { ...world, asOf: world.today, organisationId: key, ...itself }
      assert.equal(value, await recount(name, asked), `${name} ${label}`)
    }
  }
})

test('a figure beside an earlier one says what was then and what changed, part by part', async () => {
  const year = Number(world.today.slice(0, 4)) - 1
  for (const { name, counts } of measures) {
    const then = `${year}-12-31`
    const answer = await ask(city, name, {
      by: 'organisation',
      ...(counts === 'stock'
        ? { compareAsOf: then }
        : {
            from: `${year}-01-01`,
            to: then,
            compareFrom: `${year - 1}-01-01`,
            compareTo: `${year - 1}-12-31`,
          }),
    })
    const earlier = await recount(
      name,
      counts === 'stock'
        ? { ...world, asOf: then }
        : { ...world, asOf: world.today, from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
    )
    assert.equal(answer.earlier!.total, earlier, name)
    assert.equal(answer.change, answer.total! - earlier, name)
    for (const group of answer.groups!)
      assert.equal(group.change, group.value! - group.earlier!, `${name} ${group.label}`)
  }
})

test('the home page sets what happened this year against the same days of last year, and what there is against its end', async () => {
  const year = Number(world.today.slice(0, 4))
  const { body: page } = await city.get<Dashboard>('/dashboard')
  const recounted = page.figures.filter(({ measure }) => measure in recounts)
  assert.equal(recounted.length, measures.length)
  for (const figure of recounted) {
    const isFlow = measures.find(({ name }) => name === figure.measure)!.counts === 'flow'
    const inYear = (of: number, asOf: string) =>
      recount(figure.measure, { ...world, asOf, ...(isFlow ? { from: `${of}-01-01` } : {}) })
    const lastYear = await inYear(year - 1, `${year - 1}-12-31`)
    const soFar = isFlow ? await inYear(year - 1, sameDayLastYear(world.today)) : null
    assert.equal(figure.thisYear, await inYear(year, world.today), figure.measure)
    assert.equal(figure.lastYear, lastYear, figure.measure)
    assert.equal(figure.lastYearSoFar, soFar, figure.measure)
    assert.equal(figure.change, figure.thisYear! - (soFar ?? lastYear), figure.measure)
  }
})

test('whoever leads less gets the smaller number and its smaller list, and nothing of what is beside it', async () => {
  const district = await signedIn('district')
  const { body: me } = await district.get<Me>('/me')
  const organisationId = me.actingAs!.organisationId
  for (const measure of measures) {
    const { total } = await ask(district, measure.name)
    assert.equal(
      total,
      await recount(measure.name, { ...world, organisationId, asOf: world.today }),
      measure.name,
    )
    const rows = await openAll(district, measure.name, {})
    assert.equal(countOf(measure, rows), total, measure.name)
    const all = new Set((await openAll(city, measure.name, {})).map(({ id }) => id))
    assert.ok(rows.length < all.size, measure.name)
    if (measure.counting !== 'distinct_by')
      assert.ok(
        rows.every(({ id }) => all.has(id)),
        measure.name,
      )
    for (const path of ['', '/rows'])
      assert.equal(
        (await district.get(`/measures/${measure.name}${path}?organisationId=${world.organisationId}`))
          .status,
        404,
      )
  }
})

async function recount(measure: string, asked: Recount): Promise<number> {
  const { owner } = await testServer()
  const { text, values } = recountOf(measure, asked)
  return (await owner.query<{ value: number }>(text, values)).rows[0]!.value
}

function countOf({ counting }: Measure, rows: readonly MeasureRow[]): number {
  return counting === 'summed' ? rows.reduce((sum, { value }) => sum + value, 0) : rows.length
}

/** All pages of the rows behind a figure. */
async function openAll(
  client: TestClient,
  measure: string,
  query: Record<string, string>,
): Promise<MeasureRow[]> {
  const rows: MeasureRow[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = new URLSearchParams({ ...query, limit: '120', ...(cursor === '' ? {} : { cursor }) })
    const path = `/measures/${measure}/rows?${page}`
    const { body } = await client.get<{ items: MeasureRow[]; nextCursor: string | null; total: number }>(path)
    rows.push(...body.items)
    cursor = body.nextCursor
    if (cursor === null && rows.length > 0) assert.equal(body.total, rows.length, path)
  }
  return rows
}
