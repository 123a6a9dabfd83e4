import type { FieldError } from '#contract/errors.ts'
import { fill, type Sentence } from '../i18n/texts.ts'
import { CallError } from './call-error.ts'
import { formatDay } from './format.ts'
import { commonErrors } from './errors.common.ts'

const sentences = new Map<string, Sentence>(Object.entries(commonErrors))

/** Adds a module’s error sentences, by code. The list of modules in `app/` calls this once at start. */
export function addErrorTexts(table: Readonly<Record<string, Sentence>>): void {
  for (const [code, sentence] of Object.entries(table)) sentences.set(code, sentence)
}

/** What happened and what to do next, in the reader’s language. A code nobody wrote a sentence for names the request, for support. */
export function errorSentence(error: unknown): string {
  if (!(error instanceof CallError)) return say('common.internal', {})
  if (sentences.has(error.code)) return say(error.code, { ...error.params, requestId: error.requestId })
  return say(unknownCode(error), { ...error.params, code: error.code, requestId: error.requestId })
}

/** The sentence of a code that came with an answer: why something cannot be done. */
export function codeSentence(code: string): string {
  return say(sentences.has(code) ? code : 'common.refused', { code })
}

/** The sentence for one wrong field. */
function fieldSentence(field: FieldError): string {
  return say(sentences.has(field.code) ? field.code : 'common.field_invalid', field.params ?? {})
}

/** The sentences of an error’s fields by path (`members.2.mobile`), the first one of each. */
export function fieldSentences(error: unknown): Record<string, string> {
  const said: Record<string, string> = {}
  if (!(error instanceof CallError)) return said
  for (const field of error.fields) said[field.path] ??= fieldSentence(field)
  return said
}

/** Every sentence of an error’s fields, several of one field too: for a text with several faults. */
export function allFieldSentences(error: unknown): { path: string; sentence: string }[] {
  if (!(error instanceof CallError)) return []
  return error.fields.map((field) => ({ path: field.path, sentence: fieldSentence(field) }))
}

function say(code: string, params: Readonly<Record<string, unknown>>): string {
  const shown = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, forPeople(value)]))
  return fill(sentences.get(code) ?? commonErrors['common.internal'], shown)
}

// The server sends plain values: a date as YYYY-MM-DD.
function forPeople(value: unknown): unknown {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : value
}

function unknownCode(error: CallError): string {
  if (error.status === 400) return 'common.invalid'
  if (error.status === 422 || error.status === 409) return 'common.refused'
  if (error.status === 403) return 'common.forbidden'
  if (error.status === 404) return 'common.not_found'
  return 'common.internal'
}
