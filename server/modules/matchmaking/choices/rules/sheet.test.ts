import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { mergedSheet, mutualBadges } from './marks.ts'
import { readSheet, sheetBytes, sheetRoom, writeSheet, type SheetEntry } from './sheet.ts'

const entry: fc.Arbitrary<SheetEntry> = fc
  .tuple(
    fc.integer({ min: 1, max: 65535 }),
    fc.boolean(),
    fc.option(fc.integer({ min: 1, max: 5 })),
    fc.constantFrom(1 as const, 2 as const),
  )
  .map(([badgeNo, yes, score, part]) => ({ badgeNo, yes, score, part }))
const place = () => ({ eventId: randomUUID(), registrationId: randomUUID() })

test('a sheet says again what was written on it, and is of one length whatever that was', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: sheetRoom }), (entries) => {
      const mine = place()
      const sheet = writeSheet(mine, entries)
      assert.equal(sheet.length, sheetBytes)
      assert.deepEqual(readSheet(mine, sheet), entries)
    }),
  )
})

test('a sheet in somebody else’s place, or of another event, is not read', () => {
  const mine = place()
  const sheet = writeSheet(mine, [])
  assert.throws(() => readSheet({ ...mine, registrationId: randomUUID() }, sheet))
  assert.throws(() => readSheet({ ...mine, eventId: randomUUID() }, sheet))
  assert.throws(() => readSheet(mine, sheet.subarray(1)))
})

test('what the first part used stands; the second part adds and replaces its own', () => {
  const mark = (badgeNo: number, yes: boolean) => ({ badgeNo, yes, score: null })
  const first = mergedSheet([{ ...mark(9, true), part: 1 }], [mark(1, true), mark(2, false)], 1)
  assert.deepEqual(
    first.map((each) => each.badgeNo),
    [1, 2],
  )
  const second = mergedSheet(first, [mark(1, false), mark(3, true)], 2)
  assert.deepEqual(
    second.map((each) => [each.badgeNo, each.yes, each.part]),
    [
      [1, true, 1],
      [2, false, 1],
      [3, true, 2],
    ],
  )
  assert.deepEqual(mergedSheet(second, [], 2), first)
})

test('mutual pairs are those of a count by brute force, each once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), { minLength: 8, maxLength: 8 }),
      (chose) => {
        const sheets = chose.map((row, from) => ({
          badgeNo: from + 1,
          entries: row.map((yes, to) => ({ badgeNo: to + 1, yes, score: null, part: 1 as const })),
        }))
        const expected = chose.flatMap((row, one) =>
          row.flatMap((yes, other) =>
            one < other && yes && chose[other]![one]! ? [`${one + 1} ${other + 1}`] : [],
          ),
        )
        assert.deepEqual(
          mutualBadges(sheets)
            .map((pair) => pair.join(' '))
            .sort(),
          expected.sort(),
        )
      },
    ),
  )
})
