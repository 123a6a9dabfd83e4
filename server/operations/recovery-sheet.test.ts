import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readRecoveryLines, recoveryLines } from './recovery-sheet.ts'

const file = { current: 3, hash: 'ab'.repeat(32), keys: { 2: '01'.repeat(32), 3: 'fe'.repeat(32) } }

test('the lines of a recovery sheet give the key file back, however they are typed', () => {
  const lines = recoveryLines(file)
  assert.deepEqual(readRecoveryLines(lines.join('\n')), file)
  const typed = lines.map((line) => `  ${line.toUpperCase().replaceAll(' ', '-').replace(':-', ': ')}`)
  assert.deepEqual(readRecoveryLines(`恢复密钥\n${typed.join('\r\n')}\n`), file)
})

test('a mistyped letter or a missing line is named', () => {
  const lines = recoveryLines(file)
  const wrong = lines.map((line) => (line.startsWith('K3') ? line.replace('fefe', 'fefd') : line))
  assert.match(String(readRecoveryLines(wrong.join('\n'))), /Line K3 .* mistyped/)
  assert.match(String(readRecoveryLines(lines.slice(1).join('\n'))), /needs its line H/)
  assert.match(String(readRecoveryLines('nothing of it')), /needs its line H/)
})
