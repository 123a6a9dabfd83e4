import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FIELD_LABELS } from './field-labels.ts'
import { ORGANISATION_VOCABULARY } from './organisation-headers.ts'
import { REASON_TEXTS } from './reason-texts.ts'
import { JUDGED_FIELDS, PLAIN_FIELDS } from './roster-columns.ts'
import { ROSTER_VOCABULARY } from './roster-headers.ts'
import { headerKey, headerLookup, type Vocabulary } from './vocabulary.ts'
import { listValues } from './lists.ts'

const VOCABULARIES: [string, Vocabulary][] = [
  ['roster', ROSTER_VOCABULARY],
  ['organisations', ORGANISATION_VOCABULARY],
]

for (const [name, vocabulary] of VOCABULARIES) {
  test(`${name}: every synonym stands in the form it is compared in, means one field, and is found`, () => {
    const lookup = headerLookup(vocabulary, new Map())
    const seen = new Map<string, string>()
    for (const [field, texts] of Object.entries(vocabulary.synonyms))
      for (const text of texts.trim().split(/\s+/u)) {
        assert.equal(headerKey(text), text)
        assert.ok(!seen.has(text), `${text} means ${seen.get(text)} and ${field}`)
        seen.set(text, field)
        assert.equal(lookup.fieldOf(null, text), field, text)
      }
  })

  test(`${name}: every field has a label in both languages`, () => {
    const fields = new Set([
      ...Object.keys(vocabulary.synonyms),
      ...vocabulary.patterns.map((one) => one.field),
    ])
    for (const rule of vocabulary.underGroup) if (rule.field !== null) fields.add(rule.field)
    for (const field of fields) assert.ok(FIELD_LABELS[field]?.zh && FIELD_LABELS[field].en, field)
  })
}

test('roster: every field the judge reads has words for its header', () => {
  for (const field of [...JUDGED_FIELDS, ...PLAIN_FIELDS]) assert.ok(ROSTER_VOCABULARY.synonyms[field], field)
})

test('every reason has a Chinese and an English sentence, the Chinese of at least four characters', () => {
  for (const [key, text] of Object.entries(REASON_TEXTS)) {
    assert.ok(text.zh.replace(/[^\p{Script=Han}]/gu, '').length >= 4, key)
    assert.match(text.en, /^[A-Z{]/, key)
    assert.doesNotMatch(text.en, /\p{Script=Han}/u, key)
  }
})

test('the code lists are whole', () => {
  assert.equal(listValues('ethnic_group').length, 56)
  assert.deepEqual(listValues('education_level'), ['初中及以下', '高中/中专', '大专', '本科', '研究生'])
  assert.deepEqual(listValues('sex'), ['男', '女'])
})
