import { dropBlanks, halfWidth } from './characters.ts'

/** What the headers of one kind of sheet are called, as data. All texts are in the form `headerKey` gives. */
export interface Vocabulary {
  /** The two columns without which there is no header. */
  nameField: string
  numberField: string
  /** Whether a signature or note may stand in the number's own column. */
  numberMayHoldWords: boolean
  /** Exact synonyms, separated by blanks, also joined ones ('户籍/类型'). */
  synonyms: Record<string, string>
  /** What a sub-header means under a group of that kind. */
  underGroup: readonly { group: RegExp; sub: RegExp; field: string | null }[]
  /** Columns under one group that are told apart by their order when a sub-header is not known. */
  series?: { group: RegExp; fields: readonly string[] }
  /** Last resort for headers that say more than the synonym. */
  patterns: readonly { field: string; has: RegExp; not?: RegExp }[]
}

/** A vocabulary made ready for looking up. */
export interface HeaderLookup {
  vocabulary: Vocabulary
  /** The field of a header cell by itself, or of a sub-header under its group. */
  fieldOf(group: string | null, header: string): string | null
}

/** A header as it is compared: without blanks, `*`, bracketed parts, numbering and closing colons (policy, section 2). */
export function headerKey(text: string): string {
  return halfWidth(dropBlanks(text))
    .replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕/gu, '')
    .replace(/[*★☆※#]/gu, '')
    .replace(/^(?:\d{1,2}|[①-⑳])[.、]?(?=\p{Script=Han})/u, '')
    .replace(/[:;,。、.]+$/u, '')
    .toLowerCase()
}

/** Prepares a vocabulary; `chosen` maps header keys to what an officer said they mean (null: nothing). */
export function headerLookup(
  vocabulary: Vocabulary,
  chosen: ReadonlyMap<string, string | null>,
): HeaderLookup {
  const exact = new Map<string, string>()
  for (const [field, texts] of Object.entries(vocabulary.synonyms))
    for (const text of texts.trim().split(/\s+/u)) exact.set(text, field)
  return {
    vocabulary,
    fieldOf(group, header) {
      const joined = group === null ? header : `${group}/${header}`
      if (chosen.has(joined)) return chosen.get(joined) ?? null
      const known = exact.get(joined)
      if (known !== undefined || header === '') return known ?? null
      if (group !== null) {
        const rule = vocabulary.underGroup.find((one) => one.group.test(group) && one.sub.test(header))
        if (rule) return rule.field
      }
      if (chosen.has(header)) return chosen.get(header) ?? null
      return exact.get(header) ?? byPattern(vocabulary, header)
    },
  }
}

function byPattern(vocabulary: Vocabulary, header: string): string | null {
  if (header.length > LONGEST_HEADER) return null
  return vocabulary.patterns.find(({ has, not }) => has.test(header) && !not?.test(header))?.field ?? null
}

// Longer texts in the first rows are titles and instructions.
const LONGEST_HEADER = 18
