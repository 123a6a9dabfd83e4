import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarFile } from './calendar-file.ts'

const entry = {
  id: '018f0000-0000-7000-8000-000000000001',
  title: '七夕联谊; 第九届',
  venue: '工人文化宫',
  address: '测试路 1 号',
  startsAt: new Date('2026-08-19T06:00:00Z'),
  endsAt: new Date('2026-08-19T09:00:00Z'),
  state: 'published',
  version: 3,
  changedAt: new Date('2026-08-01T00:00:00Z'),
}

test('an entry keeps its uid, names its times in UTC, and its sequence rises with every change', () => {
  const lines = calendarFile([entry]).split('\r\n')
  for (const line of [
    `UID:${entry.id}@gonghui`,
    'SEQUENCE:3',
    'DTSTART:20260819T060000Z',
    'DTEND:20260819T090000Z',
    'STATUS:CONFIRMED',
    'SUMMARY:七夕联谊\\; 第九届',
  ])
    assert.ok(lines.includes(line), line)
})

test('a cancelled event is struck out under the same uid, and no line is longer than the format allows', () => {
  const text = calendarFile([{ ...entry, state: 'cancelled', version: 4, title: '很长的名称'.repeat(30) }])
  assert.match(text, /STATUS:CANCELLED/)
  assert.ok(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75))
})
