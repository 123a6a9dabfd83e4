import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isCommonPassword } from '../common-passwords.ts'
import { passwordFault, type PasswordQuestion } from './passwords.ts'

const faultOf = (password: string, more: Partial<PasswordQuestion> = {}) =>
  passwordFault({
    password,
    shortest: 8,
    kindsOfCharacters: 0,
    words: ['gonghui', 'jiangbei'],
    isCommon: isCommonPassword,
    ...more,
  })?.code ?? null

test('length alone is asked, in characters as people count them', () => {
  assert.equal(faultOf('mm7-tige'), null)
  assert.equal(faultOf('mm7-tig'), 'accounts.password_short')
  assert.equal(faultOf('清风明月照大江'), 'accounts.password_short')
  assert.equal(faultOf('清风明月照大江东'), null)
  assert.equal(faultOf('𠮷'.repeat(4)), 'accounts.password_short')
  assert.equal(faultOf('x'.repeat(129)), 'field.too_long')
})

test('a sentence of small letters and blanks is a good password', () => {
  assert.equal(faultOf('four boats under the moon'), null)
})

test('what everybody tries first is refused, also with digits behind it and in capitals', () => {
  for (const password of ['woaini1314', '1qaz2wsx', 'PASSWORD', 'Sunshine2026!', 'aaaaaaaaaaaa', '12121212'])
    assert.equal(faultOf(password), 'accounts.password_common', password)
})

test('a password made of the federation’s words is refused, one that only holds such a word is not', () => {
  assert.equal(faultOf('Jiangbei2026'), 'accounts.password_guessable')
  assert.equal(faultOf('gonghui-jiangbei'), 'accounts.password_guessable')
  assert.equal(faultOf('gonghui has nine boats'), null)
})

test('where kinds of characters are asked, the fourth kind may be missing but not the third', () => {
  const asked = { kindsOfCharacters: 3 }
  assert.equal(faultOf('lantern-boats', asked), 'accounts.password_kinds')
  assert.equal(faultOf('Lantern-boats', asked), null)
  assert.equal(faultOf('lantern-7-boats', asked), null)
})

test('the list of common passwords holds three thousand that pass the shortest length', () => {
  assert.ok(isCommonPassword('qwertyuiop'))
  assert.ok(!isCommonPassword(''))
})
