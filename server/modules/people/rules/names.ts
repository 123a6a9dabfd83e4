import { surnameLength, syllablesOf } from './pinyin.ts'

// The dots officers type for the one of minority names; NFKC does not unify them (rules E9).
const dots = /[\u2022\u30fb\u2024\u2027\u2219\uff0e\uff65\u16eb]/gu
const han = /\p{Script=Han}/u
// Nearly every name: nothing to mend, and a list of 144,500 is read in under a second.
const ordinary = /^[\u4e00-\u9fff]+$/
const invisible = /[\u200b-\u200d\u2060\ufeff]/gu

/** A name as it is kept: one kind of dot (·), no blanks inside a Chinese name, single blanks inside a Latin one. */
export function writtenName(typed: string): string {
  if (ordinary.test(typed)) return typed
  const trimmed = typed.replace(invisible, '').replace(dots, '·').replace(/\s+/gu, ' ').trim()
  return han.test(trimmed) ? trimmed.replaceAll(' ', '') : trimmed
}

/** The name without its surname: what is said among friends. Of a name with dots or of a Latin one its last part, but never the whole name. */
export function givenName(name: string): string {
  const parts = writtenName(name).split(/[· ]/u)
  if (parts.length > 1) return parts.at(-1)!
  const characters = [...parts[0]!]
  return characters.slice(Math.min(surnameLength(characters), characters.length - 1)).join('')
}

/** What of a name is compared when searching: its characters in small letters, without dots and blanks. */
export function searchedLetters(name: string): string {
  if (ordinary.test(name)) return name
  return writtenName(name).replace(/[·. ]/gu, '').toLowerCase()
}

/** The order of lists: pinyin first, the name itself decides between equals. Compared byte by byte (collation "C"). */
export function sortKey(name: string): string {
  return `${spellingOf(name).syllables.join('')} ${writtenName(name)}`
}

/** The first letters of a name as it is spelt: LL for 刘玲. What has no spelling stays out. */
export function initialsOf(name: string): string {
  return spellingOf(name)
    .syllables.map((syllable) => syllable.charAt(0).toUpperCase())
    .join('')
}

/** A name as it is spelt: syllables, and how many of them are the surname. A word in Latin letters counts as one syllable. */
export interface Spelling {
  syllables: string[]
  surname: number
  /** Where the parts of a name with · or of a Latin name begin. */
  parts: number[]
}

// The tokens and the sort key of one name are asked for one after the other.
let last: { name: string; spelling: Spelling } | undefined

/** How a name is spelt in Latin letters. */
export function spellingOf(name: string): Spelling {
  if (last?.name !== name) last = { name, spelling: spell(name) }
  return last.spelling
}

function spell(name: string): Spelling {
  if (ordinary.test(name)) {
    const characters = name.split('')
    return { syllables: syllablesOf(characters), surname: surnameLength(characters), parts: [0] }
  }
  const syllables: string[] = []
  const parts: number[] = []
  let surname = 1
  for (const part of writtenName(name).split(/[· ]/u)) {
    if (part === '') continue
    parts.push(syllables.length)
    const characters = [...part]
    if (parts.length === 1) surname = surnameLength(characters)
    if (han.test(part)) syllables.push(...syllablesOf(characters))
    else syllables.push(part.toLowerCase().replace(/[^a-z]/gu, ''))
  }
  return { syllables, surname, parts }
}
