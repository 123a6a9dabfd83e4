import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { loginProblem, readSlipCode, slipCodeFrom } from './rules.ts'

test('a slip’s code is three groups of four characters that nobody mistakes, and reads back however it is typed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 8, maxLength: 32 }), (secret) => {
      const code = slipCodeFrom(secret)
      assert.match(code, /^[A-HJ-NP-Z2-9]{4}(-[A-HJ-NP-Z2-9]{4}){2}$/)
      assert.equal(readSlipCode(` ${code.toLowerCase().replaceAll('-', ' ')}`), code.replaceAll('-', ''))
    }),
  )
})

test('each of the first sixty bits changes the code', () => {
  const zero = slipCodeFrom(new Uint8Array(8))
  const codes = Array.from({ length: 60 }, (_, bit) => {
    const secret = new Uint8Array(8)
    secret[7 - Math.floor(bit / 8)] = 1 << (bit % 8)
    return slipCodeFrom(secret)
  })
  assert.equal(new Set([zero, ...codes]).size, 61)
})

test('digits are a log-in only of whom they belong to; a name has four to forty characters', () => {
  const nobody = { isOwnMobile: false, isOwnCard: false }
  assert.equal(loginProblem('13800000000', { ...nobody, isOwnMobile: true }), null)
  assert.equal(loginProblem('13800000000', nobody), 'activation.login_digits')
  assert.equal(loginProblem('11010519491231002X', nobody), 'activation.login_digits')
  assert.equal(loginProblem('王小明123', nobody), null)
  for (const login of ['abc', 'a b c d', 'role@tenant', 'x'.repeat(41)])
    assert.equal(loginProblem(login, nobody), 'activation.login_form', login)
})
