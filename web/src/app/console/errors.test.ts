import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { commonErrors } from '../../kit/errors.common.ts'
import { consoleErrors } from './errors.ts'

// How the server names a code: as a refusal, as a field’s error, or in the table of constraints.
const naming = [
  /\b(?:refuse|conflict)\('([a-z_]+\.[a-z_]+)'/g,
  /\bAppError\(\s*'[a-z_]+',\s*'([a-z_]+\.[a-z_]+)'/g,
  /\bcode: '([a-z_]+\.[a-z_]+)'/g,
  /_(?:key|check|pkey|fkey): '([a-z_]+\.[a-z_]+)'/g,
  /messageKey = '([a-z_]+\.[a-z_]+)'/g,
]

test('every error code of the server has a sentence in Chinese and in English', () => {
  const said = new Set([commonErrors, ...consoleErrors].flatMap((table) => Object.keys(table)))
  const named = codesOfServer()
  assert.ok(named.size > 30, `only ${named.size} codes were found: the server names them in another way now`)
  assert.deepEqual([...named].filter((code) => !said.has(code)).sort(), [])
})

test('a sentence says what to do, so it is more than a few characters, and takes the same values in both languages', () => {
  const namesIn = (sentence: string) =>
    [...new Set([...sentence.matchAll(/\{(\w+)/g)].map((match) => match[1]))].sort()
  for (const [code, { zh, en }] of [commonErrors, ...consoleErrors].flatMap((table) =>
    Object.entries(table),
  )) {
    assert.ok(zh.length >= 8 && en.length >= 15, code)
    assert.deepEqual(namesIn(zh), namesIn(en), code)
  }
})

function codesOfServer(): Set<string> {
  const files = globSync('server/**/*.ts').filter(
    (file) => !/\.test\.ts$|^server\/(test|demo|commands)\//.test(file),
  )
  const codes = new Set<string>()
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    for (const pattern of naming) for (const match of text.matchAll(pattern)) codes.add(match[1] ?? '')
  }
  return codes
}
