import type { ErrorParams } from '#contract/errors.ts'

/** What is known about whoever chooses a password. */
export interface PasswordQuestion {
  password: string
  shortest: number
  kindsOfCharacters: number
  /** Words that everybody guesses first here: the tenant's code, the product. */
  words: readonly string[]
  isCommon: (password: string) => boolean
}

/** Longest password that is taken: long enough for any sentence, short enough that hashing it costs nothing. */
const longestPassword = 128

const leastDifferent = 5
const leastOfOnesOwn = 7

/** What is wrong with a password, as the code of its sentence; null: it is good. Old passwords and the log-in are compared elsewhere. */
export function passwordFault(question: PasswordQuestion): { code: string; params: ErrorParams } | null {
  const { password, shortest, kindsOfCharacters, words, isCommon } = question
  const length = [...password].length
  if (length < shortest) return { code: 'accounts.password_short', params: { limit: shortest } }
  if (length > longestPassword) return { code: 'field.too_long', params: { limit: longestPassword } }
  const kinds = kindsIn(password)
  if (kinds < kindsOfCharacters)
    return { code: 'accounts.password_kinds', params: { kinds: kindsOfCharacters } }
  const small = password.toLowerCase()
  if (new Set(small).size < leastDifferent || isCommon(small) || isCommon(withoutTail(small)))
    return { code: 'accounts.password_common', params: {} }
  if (isMostly(small, words)) return { code: 'accounts.password_guessable', params: {} }
  return null
}

/** The password without digits and signs behind its last letter: "sunshine2026!" is "sunshine" to whoever guesses. */
export function withoutTail(password: string): string {
  return password.replace(/[^\p{L}]+$/u, '')
}

function kindsIn(password: string): number {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u]
  return kinds.filter((kind) => kind.test(password)).length
}

/** Whether hardly anything is left when the words everybody guesses are taken out. */
function isMostly(password: string, words: readonly string[]): boolean {
  let rest = password
  for (const word of words) rest = rest.replaceAll(word.toLowerCase(), '')
  return rest.length < password.length && [...rest].length < leastOfOnesOwn
}
