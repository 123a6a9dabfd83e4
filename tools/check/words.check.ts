import { basename } from 'node:path'
import type { CheckResult } from './check.ts'
import { filesMatching, textOf } from './tree.ts'

/** What must not stand in a file, and why. Each pattern is written so that it does not find itself. */
const forbidden: { pattern: RegExp; files: RegExp; why: string }[] = [
  {
    pattern: /\bregistry\.[\w.-]+\.[a-z]{2,}|\bnpmmirror\b/,
    files: /./,
    why: 'names the host of a package registry',
  },
  {
    pattern: /"resolved": "http/,
    files: /^package-lock\.json$/,
    why: 'ties the lock to one registry: remove "resolved" lines',
  },
  { pattern: /(^|[\s'"(`])\/(work|home)\/\w/, files: /./, why: 'names a folder of one machine' },
  {
    pattern: /\b(TO[D]O|FIX[M]E|X[X]X)\b/,
    files: /\.(ts|tsx|mjs|sql|css)$/,
    why: 'leaves work undone in the text',
  },
  {
    pattern: /\b(test|it|describe|suite)\.(skip|only|todo)\(/,
    files: /\.test\.tsx?$/,
    why: 'leaves tests out',
  },
  { pattern: /\bdebugg[e]r\b/, files: /\.(ts|tsx|mjs)$/, why: 'stops in a debugger' },
  {
    pattern: /@ts-(ignore|nocheck)/,
    files: /\.(ts|tsx)$/,
    why: 'silences the type check: use @ts-expect-error with a reason',
  },
  {
    pattern: /https?:\/\/(?!www\.w3\.org|127\.0\.0\.1|localhost|[\w.]*example\.)/,
    files: /^web\/(?!.*\.test\.).*\.(ts|tsx|css|html)$/,
    why: 'makes pages depend on an outside address',
  },
  {
    pattern: /\bMath\.rand[o]m\(/,
    files: /^(server\/(?!test\/)|contract\/).*\.ts$/,
    why: 'is neither secret nor repeatable: node:crypto, or a seeded generator',
  },
]

const vagueNames = /^(utils?|helpers?|managers?|services?|common|misc|shared)(\.|$)/

/** Words, hosts and names that this house does not use. */
export function check(): CheckResult {
  const files = filesMatching('**/*').concat(filesMatching('.ci/*'), filesMatching('.*rc*'))
  const findings: string[] = []
  for (const file of files) {
    const vague = file.split('/').find((part) => vagueNames.test(part))
    if (vague !== undefined) findings.push(`${file}: "${vague}" says nothing; name it after its subject`)
    if (isText(file)) findings.push(...wordsIn(file))
  }
  return { looked: files.length, findings }
}

function wordsIn(file: string): string[] {
  const rules = forbidden.filter(({ files }) => files.test(file))
  if (file === 'tools/check/words.check.ts' || rules.length === 0) return []
  const findings: string[] = []
  for (const [index, line] of textOf(file).split('\n').entries()) {
    for (const { pattern, why } of rules) {
      if (pattern.test(line)) findings.push(`${file}:${index + 1} ${why}`)
    }
  }
  return findings
}

function isText(file: string): boolean {
  return (
    /\.(ts|tsx|mjs|cjs|js|json|md|sql|css|html|csv|txt|svg|yml)$/.test(file) || !basename(file).includes('.')
  )
}
