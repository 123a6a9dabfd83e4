/** The languages every text exists in; Chinese is the first. */
export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** One text in both languages. `{name}` takes a value; `{count|member|members}` takes the first word for 1, else the second. */
export interface Sentence {
  readonly zh: string
  readonly en: string
}

/** The text with its values put in; a value nobody gave stays empty. */
export function fillIn(text: string, values: Readonly<Record<string, unknown>>): string {
  return text.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (_, name: string, one?: string, many?: string) => {
      const value = values[name]
      if (one !== undefined) return Number(value) === 1 ? one : (many ?? '')
      return value === undefined || value === null ? '' : String(value)
    },
  )
}
