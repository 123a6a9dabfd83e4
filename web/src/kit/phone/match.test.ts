import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchPath } from './match.ts'

test('a path fits its pattern and gives its named parts', () => {
  assert.deepEqual(matchPath('/events/:eventId', '/events/%E6%B4%BB'), { eventId: '活' })
  assert.deepEqual(matchPath('/', ''), {})
  assert.deepEqual(matchPath('/card', '/card/'), {})
})

test('a longer, shorter or other path does not fit', () => {
  assert.equal(matchPath('/card', '/card/old'), null)
  assert.equal(matchPath('/events/:eventId', '/events'), null)
  assert.equal(matchPath('/card', '/cards'), null)
})

test('a broken escape stays as it is', () => {
  assert.deepEqual(matchPath('/events/:eventId', '/events/%E6%'), { eventId: '%E6%' })
})
