import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { use } from './language.ts'
import { texts } from './texts.ts'

const t = texts({
  hello: { zh: '你好，{name}', en: 'Hello, {name}' },
  found: { zh: '共 {count} 人', en: '{count} {count|person|people}' },
  plain: { zh: '保存', en: 'Save' },
})

afterEach(() => use('zh'))

test('a text is Chinese until another language is chosen', () => {
  assert.equal(t('plain'), '保存')
  use('en')
  assert.equal(t('plain'), 'Save')
})

test('values are put into their places', () => {
  assert.equal(t('hello', { name: '王芳' }), '你好，王芳')
})

test('English takes the singular for one and the plural otherwise', () => {
  use('en')
  assert.equal(t('found', { count: 1 }), '1 person')
  assert.equal(t('found', { count: 0 }), '0 people')
})

test('an unknown key, a missing value and a missing language do not compile', () => {
  // @ts-expect-error no such key
  assert.throws(() => t('nothing'))
  // @ts-expect-error the value is missing
  assert.equal(t('hello'), '你好，')
  // @ts-expect-error the English text is missing
  texts({ half: { zh: '一半' } })
})
