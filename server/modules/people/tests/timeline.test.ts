import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { holdsOn, replaceWithin, type DatedRow } from '../rules/timeline.ts'

type Row = DatedRow<string> & { endReason: string | null }

const days = Array.from({ length: 40 }, (_, at) =>
  new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10),
)
const day = fc.constantFrom(...days)
const change = fc.record({ from: day, until: fc.option(day), become: fc.constantFrom('A', 'B', null) })

test('whatever is changed, each day says what the last change of that day said, and only one thing', () => {
  fc.assert(
    fc.property(day, fc.array(change, { maxLength: 12 }), (joined, changes) => {
      let rows: Row[] = [{ id: '0', startsOn: joined, endsBefore: null, value: 'start', endReason: null }]
      const model = new Map(days.map((each) => [each, each >= joined ? 'start' : null]))
      let ids = 1
      for (const { from, until, become } of changes) {
        if (until !== null && until <= from) continue
        const span = { startsOn: from, endsBefore: until }
        const result = replaceWithin(rows, { ...span, endReason: 'changed', become: () => become })
        rows = [
          ...rows.filter((row) => !result.supersededIds.includes(row.id)),
          ...result.inserted.map((row) => ({ ...row, id: String(ids++) })),
        ]
        for (const each of days) if (holdsOn(span, each) && model.get(each) !== null) model.set(each, become)
      }
      for (const each of days) {
        const holding = rows.filter((row) => holdsOn(row, each)).map((row) => row.value)
        assert.deepEqual(holding, model.get(each) === null ? [] : [model.get(each)])
      }
      assert.ok(rows.every((row) => row.endsBefore === null || row.startsOn < row.endsBefore))
    }),
  )
})
