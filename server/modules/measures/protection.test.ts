import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  besideEarlier,
  changeFor,
  hideIn,
  hideInTable,
  isRunTold,
  roundedDown,
  type Cell,
} from './protection.ts'
import { boundsOf, derive, isGivenAway, type Bounds, type Sum } from './tests/attack.ts'

const smallest = 5
const cell = (value: number): Cell => ({ value, hidden: false })
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
const toldAs = ({ value, hidden }: Cell) => (hidden ? null : roundedDown(value, smallest))

function hiddenIn(...values: number[]): (number | null)[] {
  const cells = values.map(cell)
  hideIn(cells, smallest)
  return cells.map(({ value, hidden }) => (hidden ? null : value))
}

test('small parts are kept back, and with them the smallest of the others and all that equal it', () => {
  assert.deepEqual(hiddenIn(3, 20, 7), [null, 20, null])
  assert.deepEqual(hiddenIn(3, 1, 9, 27), [null, null, null, 27])
  assert.deepEqual(hiddenIn(3, 20, 7, 7), [null, 20, null, null])
  assert.deepEqual(hiddenIn(0, 7, 20), [0, 7, 20])
  assert.deepEqual(hiddenIn(3, 0, 20, 7), [null, 0, 20, null])
})

test('where nothing is left to tell, zeros are kept back too', () => {
  assert.deepEqual(hiddenIn(4, 0, 4), [null, null, null])
  assert.deepEqual(hiddenIn(3, 20, 0), [null, null, null])
  assert.deepEqual(hiddenIn(0, 0), [0, 0])
})

test('what an organisation has in none of its parts is not had by subtraction either', () => {
  const cells = [cell(20), cell(30), cell(9)]
  hideIn(cells, smallest, 2)
  assert.deepEqual(cells.map(toldAs), [20, 30, null])
})

test('some years told as one sum would show what the hidden among them come to', () => {
  const years = [cell(3), cell(8), cell(20), cell(30)]
  hideIn(years, smallest)
  assert.ok(!isRunTold(years, years.slice(0, 1)))
  assert.ok(!isRunTold(years, years.slice(1)))
  assert.ok(isRunTold(years, years.slice(2)))
  assert.ok(isRunTold(years, years.slice(0, 3)))
})

test('a change is told where it is certain not to be small, and exactly to whoever sees the rows', () => {
  const change = changeFor(smallest)
  assert.deepEqual(
    [change(100, 100), change(105, 100), change(110, 100), change(90, 100)],
    [null, null, 10, -10],
  )
  assert.deepEqual([change(null, 100), change(100, null)], [null, null])
  assert.deepEqual([changeFor(0)(104, 103), changeFor(0)(3, 3)], [1, 0])
  const part = (key: string, value: number | null) => ({ key, label: key, value })
  assert.deepEqual(
    besideEarlier([part('a', 30), part('new', 20)], [part('a', 10), part('gone', 40)], change).map(
      ({ key, value, earlier, change: by }) => [key, value, earlier, by],
    ),
    [
      ['a', 30, 10, 20],
      ['new', 20, 0, 20],
      ['gone', 0, 40, -40],
    ],
  )
})

// Whoever knows the rules by heart tries all worlds that would be told like this one.
interface World {
  parts: number
  most: number
  checkedUpTo: number
  tell: (values: readonly number[]) => string
}

function givenAwayIn({ parts, most, checkedUpTo, tell }: World): number[][] {
  const possible = new Map<string, Set<number>[]>()
  for (const values of worlds(parts, most)) {
    const told = tell(values)
    const sets = possible.get(told) ?? values.map(() => new Set<number>())
    possible.set(told, sets)
    for (const [at, value] of values.entries()) sets[at]!.add(value)
  }
  const isOpen = (set: ReadonlySet<number>) =>
    [...set].some((value) => value === 0 || value >= smallest) || set.size === smallest - 1
  return [...worlds(parts, checkedUpTo)].filter((values) =>
    values.some((value, at) => value > 0 && value < smallest && !isOpen(possible.get(tell(values))![at]!)),
  )
}

function* worlds(parts: number, most: number): Generator<number[]> {
  if (parts === 0) yield []
  else
    for (let value = 0; value <= most; value += 1)
      for (const others of worlds(parts - 1, most)) yield [value, ...others]
}

type Telling = (cell: Cell) => number | null
type Hiding = (cells: readonly Cell[]) => void
const hide: Hiding = (cells) => hideIn(cells, smallest)
const exactly: Telling = ({ value, hidden }) => (hidden ? null : value)
const hideSmallOnly: Hiding = (cells) => {
  for (const each of cells) if (each.value > 0 && each.value < smallest) each.hidden = true
}

function tellParts(hiding: Hiding): (values: readonly number[]) => string {
  return (values) => {
    const [total, parts] = [cell(sumOf(values)), values.map(cell)]
    for (const each of [total, ...parts]) each.hidden = total.value > 0 && total.value < smallest
    hiding(parts)
    return [total, ...parts].map(toldAs).join()
  }
}

function tableOf(values: readonly number[], width: number) {
  const at = (row: number, column: number) => values[row * width + column]!
  const rows = Array.from({ length: values.length / width }, (_, row) =>
    values.slice(row * width, (row + 1) * width),
  )
  const sums = {
    total: cell(sumOf(values)),
    rows: rows.map((row) => cell(sumOf(row))),
    columns: Array.from({ length: width }, (_, column) =>
      cell(sumOf(rows.map((_row, row) => at(row, column)))),
    ),
  }
  for (const each of [sums.total, ...sums.rows, ...sums.columns])
    each.hidden = sums.total.value > 0 && sums.total.value < smallest
  hide(sums.rows)
  hide(sums.columns)
  const inner = rows.map((row, index) => row.map((value) => ({ value, hidden: sums.rows[index]!.hidden })))
  hideInTable(
    inner,
    sums.columns.map(({ hidden }) => hidden),
    smallest,
  )
  return { ...sums, inner }
}

function tellTable(telling: Telling): (values: readonly number[]) => string {
  return (values) => {
    const { total, rows, columns, inner } = tableOf(values, 3)
    return [total, ...rows, ...columns, ...inner.flat()].map(telling).join()
  }
}

test('no part of a sum is given away to somebody who tries all possible worlds', () => {
  assert.deepEqual(givenAwayIn({ parts: 3, most: 20, checkedUpTo: 11, tell: tellParts(hide) }), [])
  assert.deepEqual(givenAwayIn({ parts: 4, most: 11, checkedUpTo: 6, tell: tellParts(hide) }), [])
})

test('control: with the small parts alone kept back they are found', () => {
  assert.ok(givenAwayIn({ parts: 3, most: 20, checkedUpTo: 11, tell: tellParts(hideSmallOnly) }).length > 0)
})

test('no part of a table is given away by its rows and columns to somebody who tries all possible worlds', () => {
  assert.deepEqual(givenAwayIn({ parts: 6, most: 6, checkedUpTo: 5, tell: tellTable(toldAs) }), [])
})

test('control: with numbers told exactly some are found', () => {
  assert.ok(givenAwayIn({ parts: 6, most: 6, checkedUpTo: 5, tell: tellTable(exactly) }).length > 0)
})

function boundsIn(cells: Record<string, Cell>): Map<string, Bounds> {
  return new Map(Object.entries(cells).map(([name, each]) => [name, boundsOf(toldAs(each))]))
}

test('no part of a larger table is given away by any sums', () => {
  const table = fc
    .record({ width: fc.integer({ min: 2, max: 5 }), height: fc.integer({ min: 2, max: 9 }) })
    .chain(({ width, height }) =>
      fc.record({
        width: fc.constant(width),
        values: fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 })), {
          minLength: width * height,
          maxLength: width * height,
        }),
      }),
    )
  fc.assert(
    fc.property(table, ({ width, values }) => {
      const { total, rows, columns, inner } = tableOf(values, width)
      const cells: Record<string, Cell> = { total }
      for (const [at, each] of rows.entries()) cells[`row ${at}`] = each
      for (const [at, each] of columns.entries()) cells[`column ${at}`] = each
      for (const [row, parts] of inner.entries())
        for (const [column, each] of parts.entries()) cells[`${row} ${column}`] = each
      const sums: Sum[] = [
        { total: 'total', parts: rows.map((_, at) => `row ${at}`) },
        { total: 'total', parts: columns.map((_, at) => `column ${at}`) },
        ...rows.map((_, row) => ({
          total: `row ${row}`,
          parts: columns.map((_c, column) => `${row} ${column}`),
        })),
        ...columns.map((_, column) => ({
          total: `column ${column}`,
          parts: rows.map((_r, row) => `${row} ${column}`),
        })),
      ]
      for (const [name, bounds] of derive(boundsIn(cells), sums))
        assert.ok(
          !isGivenAway(bounds) || cells[name]!.value >= smallest,
          `${name}: ${JSON.stringify(bounds)}`,
        )
    }),
    { numRuns: 400 },
  )
})

test('control: of 54, 54 and 2, rounded and only the small one kept back, the small one is found', () => {
  const told = new Map([
    ['total', boundsOf(110)],
    ['a', boundsOf(50)],
    ['b', boundsOf(50)],
    ['small', { low: 1, high: 4 }],
  ])
  assert.ok(isGivenAway(derive(told, [{ total: 'total', parts: ['a', 'b', 'small'] }]).get('small')!))
})
