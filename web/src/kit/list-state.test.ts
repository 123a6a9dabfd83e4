import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  parseSearch,
  readListState,
  searchText,
  withCursor,
  withFilter,
  withOpen,
  withoutFilters,
  withSort,
} from './list-state.ts'

test('a list is read from its address', () => {
  const search = parseSearch('?q=%E7%8E%8B&street=a&sort=-name&cursor=c2&open=7&other=x')
  assert.deepEqual(readListState(search, ['q', 'street']), {
    filters: { q: '王', street: 'a' },
    sort: '-name',
    cursor: 'c2',
    open: '7',
  })
})

test('a changed filter goes back to the first page and closes the side panel', () => {
  assert.deepEqual(withFilter({ q: 'a', cursor: 'c2', open: '7', sort: 'name' }, 'q', 'b'), {
    q: 'b',
    sort: 'name',
  })
  assert.deepEqual(withFilter({ q: 'a', street: 's' }, 'q', ''), { street: 's' })
})

test('a changed order goes back to the first page; turning a page closes the side panel; opening a row stays', () => {
  assert.deepEqual(withSort({ q: 'a', cursor: 'c' }, '-name'), { q: 'a', sort: '-name' })
  assert.deepEqual(withCursor({ q: 'a', open: '7' }, 'c3'), { q: 'a', cursor: 'c3' })
  assert.deepEqual(withOpen({ q: 'a', cursor: 'c' }, '7'), { q: 'a', cursor: 'c', open: '7' })
})

test('clearing drops the filters and keeps what is not a filter', () => {
  assert.deepEqual(withoutFilters({ q: 'a', sort: 'name', tab: 'gaps' }, ['q']), {
    sort: 'name',
    tab: 'gaps',
  })
})

test('an address that was written reads back the same, whatever was typed', (t) => {
  const seed = Date.now() % 1_000_000
  t.diagnostic(`seed ${seed}`)
  const values = fc.dictionary(
    fc.stringMatching(/^[a-z]{1,8}$/),
    fc.string({ unit: 'grapheme', minLength: 1 }),
  )
  fc.assert(
    fc.property(values, (search) => {
      assert.deepEqual(parseSearch(searchText(search)), { ...search })
    }),
    { seed, numRuns: 200 },
  )
})
