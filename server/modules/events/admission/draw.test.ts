import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { draw, faultsOf, listOf, seedHashOf, type DrawProof } from './draw.ts'

const hex = '0123456789abcdef'
const seed = fc.string({ unit: fc.constantFrom(...hex), minLength: 64, maxLength: 64 })
const entry = fc.record({
  token: fc.uuid({ version: 4 }),
  sex: fc.constantFrom('male' as const, 'female' as const),
  ageBand: fc.constantFrom('25-29', '30-34'),
  firstTimer: fc.boolean(),
  unit: fc.constantFrom(1, 2, 3),
  turn: fc.constantFrom(1 as const, 2 as const),
})
const entries = fc.uniqueArray(entry, { selector: ({ token }) => token, maxLength: 40 })

test('the same seed and list give the same draw, whatever the order of the list; every token has one outcome', () => {
  fc.assert(
    fc.property(seed, entries, fc.nat(30), (theSeed, list, capacity) => {
      const input = { seed: theSeed, capacity, quotas: [], balance: null, entries: list }
      const result = draw(input)
      assert.deepEqual(draw({ ...input, entries: [...list].reverse() }), result)
      assert.deepEqual(result.map(({ token }) => token).sort(), list.map(({ token }) => token).sort())
      assert.equal(
        result.filter(({ outcome }) => outcome === 'admitted').length,
        Math.min(capacity, list.length),
      )
    }),
  )
})

test('lots are the SHA-256 of seed and token, as documented; those who lost their turn come last', () => {
  const theSeed = '00'.repeat(31) + '01'
  const tokens = ['a', 'b', 'c', 'd'].map((letter) => `${letter.repeat(8)}-0000-4000-8000-000000000000`)
  const lot = (token: string) =>
    createHash('sha256')
      .update(Buffer.from(theSeed + token.replaceAll('-', ''), 'hex'))
      .digest('hex')
  const wanted = [...tokens].sort((x, y) => (lot(x) < lot(y) ? -1 : 1))
  const late = wanted[0]!
  const list = tokens.map((token) => ({
    token,
    sex: 'male' as const,
    ageBand: '30-34',
    firstTimer: false,
    unit: null,
    turn: token === late ? (2 as const) : (1 as const),
  }))
  const result = draw({ seed: theSeed, capacity: 2, quotas: [], balance: null, entries: list })
  assert.deepEqual(
    result.map(({ token }) => token),
    [...wanted.slice(1), late],
  )
})

test('a proof with another seed, or another result, is found out', () => {
  const theSeed = 'ab'.repeat(32)
  const { entries: list } = listOf(
    ['1', '2', '3'].map((digit) => ({
      token: `${digit.repeat(8)}-0000-4000-8000-000000000000`,
      facts: { sex: 'female', unionId: 'any', ageBand: '30-34', firstTimer: true, turn: 1 },
    })),
    [],
  )
  const decided = { seed: theSeed, capacity: 1, quotas: [], balance: null, entries: list }
  const proof: DrawProof = {
    format: 1,
    eventId: '',
    seedHash: seedHashOf(theSeed),
    ...decided,
    result: draw(decided),
  }
  assert.deepEqual(faultsOf(proof), [])
  assert.deepEqual(faultsOf({ ...proof, seedHash: seedHashOf('cd'.repeat(32)) }), ['seed'])
  assert.deepEqual(faultsOf({ ...proof, result: [...proof.result].reverse() }), ['result'])
})

test('the list numbers units only where a quota asks for them, and tells no unit’s id', () => {
  const registrations = ['u1', 'u2', 'u1'].map((unionId, at) => ({
    token: `${at}`,
    facts: { sex: 'male' as const, unionId, ageBand: '30-34', firstTimer: false, turn: 1 as const },
  }))
  assert.deepEqual(
    listOf(registrations, []).entries.map(({ unit }) => unit),
    [null, null, null],
  )
  const { entries: list, quotas } = listOf(registrations, [
    { kind: 'cap', dimension: 'unit', value: 'u2', places: 1 },
  ])
  assert.deepEqual(
    list.map(({ unit }) => unit),
    [1, 2, 1],
  )
  assert.equal(quotas[0]!.value, '2')
})
