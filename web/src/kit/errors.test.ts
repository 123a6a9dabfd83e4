import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { use } from '../i18n/language.ts'
import { CallError, errorFrom, offlineError } from './call-error.ts'
import { addErrorTexts, errorSentence, fieldSentences } from './errors.ts'

addErrorTexts({ 'sample.too_late': { zh: '报名已在 {day} 截止', en: 'Sign-up closed on {day}' } })
afterEach(() => use('zh'))

test('a known code is said in the reader’s language with its values', () => {
  const error = new CallError(422, { code: 'sample.too_late', params: { day: '2026-08-19' } })
  assert.equal(errorSentence(error), '报名已在 2026年8月19日 截止')
  use('en')
  assert.equal(errorSentence(error), 'Sign-up closed on 19 Aug 2026')
})

test('an unknown code names itself and the request, so that support can find it', () => {
  const said = errorSentence(new CallError(422, { code: 'sample.unknown', requestId: 'r-7' }))
  assert.match(said, /sample\.unknown/)
  assert.match(said, /r-7/)
})

test('an answer that is not ours still becomes a sentence', () => {
  assert.equal(errorFrom(502, undefined).code, 'common.unavailable')
  assert.equal(errorFrom(413, '<html>').code, 'common.body_too_large')
  assert.match(errorSentence(offlineError()), /网络/)
  assert.match(errorSentence(new Error('boom')), /系统/)
})

test('each wrong field has its sentence, by path, and the first one counts', () => {
  const error = new CallError(400, {
    code: 'common.invalid',
    fields: [
      { path: 'name', code: 'field.required' },
      { path: 'name', code: 'common.field_invalid' },
      { path: 'rows.2.mobile', code: 'nobody.wrote_this' },
    ],
  })
  assert.deepEqual(fieldSentences(error), {
    name: '这一项必须填写。',
    'rows.2.mobile': '这一项没有填对，请检查。',
  })
})
