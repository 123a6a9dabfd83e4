import { createHash } from 'node:crypto'

/** What a demo account may be called: the part of its log-in before the @. */
export const demoRoles = [
  'city',
  'district',
  'district2',
  'street',
  'union',
  'commissioner',
  'worker',
  'worker2',
  'matchmaker',
  'judge',
  'finance',
  'auditor',
  'scrutineer',
  'system',
  'security',
  'audit',
] as const

const firstWords = [
  'river',
  'maple',
  'lotus',
  'harbour',
  'bamboo',
  'ginkgo',
  'orchid',
  'silver',
  'autumn',
  'jasmine',
]
const secondWords = [
  'bridge',
  'lantern',
  'garden',
  'morning',
  'station',
  'workshop',
  'kettle',
  'ferry',
  'window',
  'festival',
]

/**
 * The password of a demo log-in such as `district@ningbo-jiangbei`: easy to type, the same on every machine, and no secret. Only
 * invented data stand behind it.
 */
export function demoPassword(login: string): string {
  const digest = createHash('sha256').update(`gonghui demo ${login}`).digest()
  const pick = (words: readonly string[], at: number) => words[digest[at]! % words.length]!
  return `${pick(firstWords, 0)}-${pick(secondWords, 1)}-${10 + (digest[2]! % 90)}`
}
