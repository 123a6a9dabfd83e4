import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  citizenCheck,
  citizenNumbers,
  luhnDigit,
  makeUscc,
  mobileNumbers,
  organisationCheck,
  serviceCardNumbers,
  usccCheck,
} from './codes.ts'
import { dayOf } from './days.ts'

// Published vectors: the usual public sample of a citizen number, and the sample of GB 32100.
test('check characters agree with the published samples', () => {
  assert.equal(citizenCheck('11010519491231002'), 'X')
  assert.equal(citizenCheck('33020519900307001'), citizenCheckSlowly('33020519900307001'))
  assert.equal(usccCheck('91350100M000100Y4'), '3')
  assert.equal(organisationCheck('M000100Y'), '4')
})

test('credit codes and union codes satisfy both checks and differ', () => {
  const codes = new Set<string>()
  for (let serial = 0; serial < 5000; serial++) {
    const code = makeUscc(serial % 2 ? '91' : '81', serial)
    assert.match(code, /^(91|81)330299M[AC][0-9A-HJ-NPQRTUWXY]{8}$/)
    assert.equal(usccCheck(code.slice(0, 17)), code[17])
    assert.equal(organisationCheck(code.slice(8, 16)), code[16])
    codes.add(code)
  }
  assert.equal(codes.size, 5000)
})

test('980 people share a birthday without sharing a number, and the 17th digit tells the sex', () => {
  const next = citizenNumbers()
  const birthday = dayOf('1988-02-29')
  const numbers = new Set<string>()
  for (let turn = 0; turn < 490; turn++) {
    const woman = next('330299', birthday, 'female')
    const man = next('330699', birthday, 'male')
    for (const number of [woman, man]) {
      assert.match(number, /^33\d\d9919880229\d{3}[\dX]$/)
      assert.equal(citizenCheck(number.slice(0, 17)), number[17])
      assert.ok(!number.endsWith('000'))
      numbers.add(number.slice(6))
    }
    assert.equal(Number(woman[16]) % 2, 0)
    assert.equal(Number(man[16]) % 2, 1)
  }
  assert.equal(numbers.size, 980)
  assert.throws(() => next('330299', birthday, 'female'), RangeError)
})

test('mobiles stay in unused segments, cards pass Luhn, and none comes twice', () => {
  const mobile = mobileNumbers(7)
  const card = serviceCardNumbers(7)
  const seen = new Set<string>()
  for (let turn = 0; turn < 50_000; turn++) {
    const number = mobile()
    assert.match(number, /^(142|143|154)\d{8}$/)
    const cardNumber = card()
    assert.match(cardNumber, /^9999330299\d{9}$/)
    assert.equal(luhnDigit(cardNumber.slice(0, 18)), cardNumber[18])
    seen.add(number).add(cardNumber)
  }
  assert.equal(seen.size, 100_000)
})

// ISO 7064 MOD 11-2 by its definition: the whole number, read in powers of two, leaves 1 modulo 11.
function citizenCheckSlowly(first17: string): string {
  for (const check of '0123456789X') {
    let sum = check === 'X' ? 10 : Number(check)
    for (let at = 0; at < 17; at++) sum += Number(first17[at]) * 2 ** (17 - at)
    if (sum % 11 === 1) return check
  }
  throw new Error('no check digit fits')
}
