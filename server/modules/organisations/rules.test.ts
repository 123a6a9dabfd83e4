import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  gapsIn,
  isRealDay,
  patchFrom,
  rewrite,
  rowOn,
  stretchFrom,
  yearsAfter,
  type DatedRow,
  type Span,
} from './rules.ts'

const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10)
const horizon = 30

/** A timeline without overlaps: rows follow each other, some with a hole between, the last one open or not. */
const timelines = fc
  .array(
    fc.record({
      days: fc.integer({ min: 1, max: 6 }),
      hole: fc.boolean(),
      value: fc.constantFrom('a', 'b', 'c'),
    }),
    { maxLength: 6 },
  )
  .map((parts) => {
    let at = 0
    return parts.map((part, index): DatedRow<string> => {
      const startsOn = day(at)
      at += part.days
      const endsBefore = index === parts.length - 1 && part.hole ? null : day(at)
      if (part.hole) at += 1
      return { id: String(index), startsOn, endsBefore, value: part.value }
    })
  })
const spans = fc
  .tuple(fc.integer({ min: 0, max: horizon - 1 }), fc.option(fc.integer({ min: 1, max: 10 })))
  .map(([from, days]): Span => ({ startsOn: day(from), endsBefore: days === null ? null : day(from + days) }))

function after(
  rows: readonly DatedRow<string>[],
  change: ReturnType<typeof rewrite<string>>,
): DatedRow<string>[] {
  const kept = rows.filter((row) => !change.supersede.includes(row.id))
  return [...kept, ...change.insert.map((row, index) => ({ id: `new ${index}`, ...row }))]
}

test('a rewrite says on every day within the span what the change says, outside what was said before, and once only', () => {
  fc.assert(
    fc.property(timelines, spans, fc.constantFrom('a', 'z', null), (rows, span, value) => {
      const result = after(
        rows,
        rewrite(rows, span, () => value),
      )
      for (let n = 0; n < horizon * 2; n++) {
        const before = rowOn(rows, day(n))?.value
        const within = rowOn([{ ...span }], day(n)) !== undefined
        const wanted = before !== undefined && within ? (value ?? undefined) : before
        assert.equal(rowOn(result, day(n))?.value, wanted)
        assert.ok(result.filter((row) => rowOn([row], day(n)) !== undefined).length <= 1)
      }
    }),
  )
})

test('a row whose value stays is left alone', () => {
  const rows = [{ id: '1', startsOn: '2024-01-01', endsBefore: null, value: 'a' }]
  assert.deepEqual(
    rewrite(rows, { startsOn: '2024-02-01', endsBefore: null }, () => 'a'),
    { supersede: [], insert: [] },
  )
})

test('a change from a day on holds until the next recorded row', () => {
  const rows = [
    { id: '1', startsOn: '2024-01-01', endsBefore: '2024-06-01', value: 'a' },
    { id: '2', startsOn: '2024-06-01', endsBefore: null, value: 'b' },
  ]
  assert.deepEqual(stretchFrom(rows, '2024-03-01'), { startsOn: '2024-03-01', endsBefore: '2024-06-01' })
  assert.equal(stretchFrom(rows, '2023-12-31'), null)
})

test('a changed field holds until it was recorded to be something else; other fields keep their own days', () => {
  const rows = [
    { id: '1', startsOn: '2024-01-01', endsBefore: '2024-06-01', value: { name: 'old', street: 'east' } },
    { id: '2', startsOn: '2024-06-01', endsBefore: null, value: { name: 'new', street: 'east' } },
  ]
  const { supersede, insert } = patchFrom(rows, '2024-03-01', { street: 'west' })
  assert.deepEqual(supersede, ['1', '2'])
  assert.deepEqual(
    insert.map((row) => [row.startsOn, row.endsBefore, row.value.name, row.value.street]),
    [
      ['2024-01-01', '2024-03-01', 'old', 'east'],
      ['2024-03-01', '2024-06-01', 'old', 'west'],
      ['2024-06-01', null, 'new', 'west'],
    ],
  )
  assert.deepEqual(patchFrom(rows, '2024-03-01', { name: 'other' }).supersede, ['1'])
})

test('gaps and rows together cover a span exactly once', () => {
  fc.assert(
    fc.property(timelines, spans, (rows, span) => {
      const gaps = gapsIn(span, rows)
      for (let n = 0; n < horizon * 2; n++) {
        const within = rowOn([span], day(n)) !== undefined
        const covered = [...rows, ...gaps].filter((row) => rowOn([row], day(n)) !== undefined).length
        if (within) assert.equal(covered, 1)
      }
    }),
  )
})

test('a term from 29 February ends on 1 March of a common year, and days that do not exist are known', () => {
  assert.equal(yearsAfter('2024-02-29', 3), '2027-03-01')
  assert.equal(yearsAfter('2024-02-29', 4), '2028-02-29')
  assert.equal(isRealDay('2023-02-29'), false)
  assert.equal(isRealDay('2024-02-29'), true)
  assert.equal(isRealDay('2024-13-01'), false)
})
