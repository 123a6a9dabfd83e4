import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reasonFault } from '../rules/reveal-reason.ts'

test('a reason tells the person something, and carries no number', () => {
  for (const good of [
    '通知体检',
    '电话核对 2026-08-19 的转会',
    '核对第 3 批名单',
    'phone about the transfer',
  ])
    assert.equal(reasonFault(good, 4), null, good)
  for (const short of ['看', '。。。。。', '看看看看', '  工作 '])
    assert.equal(reasonFault(short, 4), 'people.reason_short', short)
  for (const number of [
    '核对 13812345678',
    '证件330203199103041234',
    '卡号 6217 0000 1234',
    '１３８１２３４５６７８ 回电',
  ])
    assert.equal(reasonFault(number, 4), 'people.reason_number', number)
})
