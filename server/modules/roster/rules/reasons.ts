import { FIELD_LABELS } from './field-labels.ts'
import { REASON_TEXTS, type ReasonKey } from './reason-texts.ts'

/** Why a row waits for a person or cannot be taken. The code is the policy's; the key names the sentence. */
export interface Reason {
  readonly code: string
  readonly key: ReasonKey
  /** The column it is about, when it is about one. */
  readonly field: string | null
  readonly params: Readonly<Record<string, string | number>>
}

export type Language = 'zh' | 'en'

/** A reason; those without parameters are made once and shared. */
export function reason(
  key: ReasonKey,
  field: string | null,
  params?: Record<string, string | number>,
): Reason {
  if (params) return { code: codeOf(key), key, field, params }
  const name = `${key} ${field}`
  let shared = reasons.get(name)
  if (!shared) {
    shared = Object.freeze({ code: codeOf(key), key, field, params: NO_PARAMS })
    reasons.set(name, shared)
  }
  return shared
}

/** The sentence for one reason: what is wrong and what to do. */
export function reasonText(reason: Reason, language: Language): string {
  const label = reason.field === null ? '' : (FIELD_LABELS[reason.field]?.[language] ?? reason.field)
  return REASON_TEXTS[reason.key][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'field' ? label : String(reason.params[name] ?? ''),
  )
}

/** All sentences of a row, each once: the `why_zh` of the report. */
export function whyText(list: readonly Reason[], language: Language): string {
  return [...new Set(list.map((one) => reasonText(one, language)))].join(language === 'zh' ? '；' : '; ')
}

/** The codes of a row's reasons, each once, sorted. */
export function reasonCodes(list: readonly Reason[]): string[] {
  if (list.length === 1) return [(list[0] as Reason).code]
  return [...new Set(list.map((one) => one.code))].sort()
}

function codeOf(key: ReasonKey): string {
  return key.slice(0, key.indexOf('.'))
}

const NO_PARAMS = Object.freeze({})
const reasons = new Map<string, Reason>()
