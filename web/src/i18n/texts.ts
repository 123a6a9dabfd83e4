import { fillIn, type Sentence } from '#contract/sentence.ts'
import { language } from './language.ts'

export type { Sentence }
export type Value = string | number
type NameOf<P extends string> = P extends `${infer Name}|${string}` ? Name : P
type NamesIn<S extends string> = S extends `${string}{${infer P}}${infer Rest}`
  ? NameOf<P> | NamesIn<Rest>
  : never
type Params<S extends Sentence> = [NamesIn<S['zh'] | S['en']>] extends [never]
  ? []
  : [values: Record<NamesIn<S['zh'] | S['en']>, Value>]

/**
 * Declares the texts of one module and gives back its `t(key, values)`. An unknown key, a language left out and a value left out
 * are type errors. Call `t` while drawing, never at the top of a file: the language may change.
 */
export function texts<const T extends Record<string, Sentence>>(table: T) {
  return function t<K extends keyof T & string>(key: K, ...[values]: Params<T[K]>): string {
    return fill(table[key] as Sentence, values ?? {})
  }
}

/** The sentence in the language in use, with its values put in; a value nobody gave stays empty. */
export function fill(sentence: Sentence, values: Readonly<Record<string, unknown>>): string {
  return fillIn(sentence[language()], values)
}
