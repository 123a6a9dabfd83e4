import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changesOf, newPersonOf, type PersonValues } from './person-values.ts'

const before: PersonValues = {
  name: '王芳',
  sex: 'female',
  birthDate: null,
  educationLevel: '大专',
  migrantWorker: null,
  documentKind: 'citizen_id',
}

test('a form nobody changed sends nothing', () => {
  assert.deepEqual(changesOf({ ...before }, before), {})
})

test('only what was changed is sent; an emptied field becomes null', () => {
  const values: PersonValues = {
    ...before,
    educationLevel: undefined,
    ethnicGroup: '汉族',
    migrantWorker: 'no',
  }
  assert.deepEqual(changesOf(values, before), {
    ethnicGroup: '汉族',
    educationLevel: null,
    migrantWorker: false,
  })
})

test('another kind of document alone changes nothing; with a number both are sent', () => {
  assert.deepEqual(changesOf({ ...before, documentKind: 'passport' }, before), {})
  assert.deepEqual(changesOf({ ...before, documentKind: 'passport', documentNumber: ' E1 ' }, before), {
    documentKind: 'passport',
    documentNumber: 'E1',
  })
})

test('a new person carries only the fields that were filled in', () => {
  assert.deepEqual(newPersonOf({ name: ' 王芳 ', birthDate: null, documentKind: 'citizen_id', mobile: '' }), {
    name: '王芳',
  })
})
