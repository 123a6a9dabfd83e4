import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maskDocument, maskMobile, maskName } from './masks.ts'

test('a mobile keeps its segment and its tail', () => {
  assert.equal(maskMobile('15400005678'), '154****5678')
  assert.equal(maskMobile('123'), '****')
})

test('a document number keeps four at each end and never more than that', () => {
  assert.equal(maskDocument('33029919900101123X'), '3302**********123X')
  assert.equal(maskDocument('E1234567'), '********')
})

test('a name keeps its family name, also with a rare character', () => {
  assert.equal(maskName('王芳'), '王*')
  assert.equal(maskName('欧阳娜娜'), '欧阳**')
  assert.equal(maskName('𬭎明'), '𬭎*')
})
