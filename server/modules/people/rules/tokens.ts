import { searchedLetters, spellingOf, type Spelling } from './names.ts'

// A token is kind × 2^48 + value: below 2^53, so it is exact as a number and as a bigint.
const kindSize = 2 ** 48
const oneCharacter = 1
const twoCharacters = 2
const spelt = 3
const initials = 4

/** Everything a name is found by: its characters, its pairs of characters, its spelling and its initials, each as one number. */
export function nameTokens(name: string): number[] {
  const tokens = new Set<number>()
  const points = pointsOf(searchedLetters(name))
  const spelling = spellingOf(name)
  for (const point of points) tokens.add(characterToken(point))
  for (let at = 1; at < points.length; at++) tokens.add(pairToken(points[at - 1]!, points[at]!))
  for (const run of speltRuns(spelling)) tokens.add(textToken(spelt, run))
  for (const run of initialRuns(spelling)) tokens.add(textToken(initials, run))
  return [...tokens]
}

/** How a typed text is looked for among names. */
export type NameSearch =
  /** All of `tokens`; with `contains`, the name must also contain this text. */
  | { kind: 'characters'; tokens: number[]; contains: string | null }
  /** Any of `tokens`; where nobody has one, a spelling that begins with `prefix`. */
  | { kind: 'letters'; tokens: number[]; prefix: string }

/** What to look for when this is typed, or null when nothing of it can stand in a name. */
export function searchOf(typed: string): NameSearch | null {
  const letters = searchedLetters(typed)
  if (letters === '') return null
  if (/^[a-z']+$/u.test(letters)) {
    const run = letters.replaceAll("'", '')
    if (run === '') return null
    return { kind: 'letters', tokens: [textToken(spelt, run), textToken(initials, run)], prefix: run }
  }
  const points = pointsOf(letters)
  if (points.length === 1) return { kind: 'characters', tokens: [characterToken(points[0]!)], contains: null }
  const tokens = points.slice(1).map((point, at) => pairToken(points[at]!, point))
  return { kind: 'characters', tokens, contains: points.length === 2 ? null : letters }
}

/**
 * The spellings a name is found by: from the start to each syllable (wang, wangxiao, wangxiaoming), the given name alone (xiaoming),
 * each part of a name with ·, and the surname with the initials of the given name (wangxm).
 */
export function speltRuns({ syllables, surname, parts }: Spelling): Set<string> {
  const runs = new Set<string>()
  let run = ''
  for (const syllable of syllables) runs.add((run += syllable))
  const given = syllables.slice(surname)
  runs.add(given.join(''))
  runs.add(syllables.slice(0, surname).join('') + given.map(initialOf).join(''))
  if (parts.length > 1) {
    for (const [at, start] of parts.entries()) {
      runs.add(syllables.slice(start).join(''))
      runs.add(syllables.slice(start, parts[at + 1]).join(''))
    }
  }
  runs.delete('')
  return runs
}

/** The initials a name is found by: from the start (w, wx, wxm) and those of the given name (xm). */
export function initialRuns({ syllables, surname }: Spelling): Set<string> {
  const runs = new Set<string>()
  let run = ''
  for (const syllable of syllables) {
    run += initialOf(syllable)
    runs.add(run)
  }
  const given = syllables.slice(surname).map(initialOf).join('')
  if (given.length > 1) runs.add(given)
  runs.delete('')
  return runs
}

function initialOf(syllable: string): string {
  return syllable.slice(0, 1)
}

function pointsOf(letters: string): number[] {
  return [...letters].map((character) => character.codePointAt(0)!)
}

function characterToken(point: number): number {
  return oneCharacter * kindSize + point
}

function pairToken(first: number, second: number): number {
  return twoCharacters * kindSize + first * 2 ** 21 + second
}

/** 48 bits of the text: two texts in one number are possible and harmless, they would only be shown beside each other. */
function textToken(kind: number, text: string): number {
  let low = 0x811c9dc5
  let high = 0x27d4eb2f
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ (code + at), 0x85ebca6b)
  }
  return kind * kindSize + ((high >>> 0) & 0xffff) * 2 ** 32 + (low >>> 0)
}
