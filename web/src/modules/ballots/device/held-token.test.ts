import assert from 'node:assert/strict'
import { test } from 'node:test'
import { castMarks, copyOfToken, hasKeyOfBoard, heldToken, takeToken } from './held-token.ts'

const kept = new Map<string, string>()
Object.defineProperty(globalThis, 'localStorage', {
  value: {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  },
})

const [serial, secret, key, otherKey] = ['1'.repeat(64), '2'.repeat(128), '3'.repeat(64), '4'.repeat(64)]

test('a token is copied to another device with the key it was drawn with, and taken from nothing shorter', () => {
  assert.equal(takeToken('one', `${serial}${secret}`), false)
  assert.equal(heldToken('one'), null)
  assert.equal(takeToken('one', `${serial} ${secret}\n${key}`.toUpperCase()), true)
  assert.deepEqual(heldToken('one'), { serial, secret, tokenKey: key, receipts: [] })
  assert.equal(copyOfToken('one'), `${serial}${secret}${key}`)
})

test('a token drawn with another key than the board shows is not used, and nothing is sent', async () => {
  takeToken('two', `${serial}${secret}${key}`)
  assert.equal(hasKeyOfBoard(heldToken('two')!, { tokenKey: key }), true)
  assert.equal(hasKeyOfBoard(heldToken('two')!, { tokenKey: otherKey }), false)
  const board = { id: 'two', committeeKey: key, tokenKey: otherKey }
  await assert.rejects(castMarks(board, [1]), /another key than the board shows/)
  assert.deepEqual(heldToken('two')!.receipts, [])
})
