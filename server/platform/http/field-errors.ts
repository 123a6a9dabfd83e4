import type { TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type { FieldError } from '#contract/errors.ts'

/** What is wrong with a value whose schema is known only when it comes, such as a part that a programme declares; paths begin with `at`. */
export function misfits(schema: TSchema, value: unknown, at: string): FieldError[] {
  if (Value.Check(schema, value)) return []
  return fieldErrors(Value.Errors(schema, value)).map((error) => ({
    ...error,
    path: error.path === '' ? at : `${at}.${error.path}`,
  }))
}

interface SchemaError {
  keyword: string
  instancePath: string
  params: object
}

const codes: Record<string, string> = {
  required: 'field.required',
  additionalProperties: 'field.unknown',
  minLength: 'field.required',
  maxLength: 'field.too_long',
  minimum: 'field.too_small',
  maximum: 'field.too_large',
  pattern: 'field.format',
  type: 'field.format',
  anyOf: 'field.format',
  enum: 'field.format',
  const: 'field.format',
}

/** Wrong fields by the first thing that is wrong with each. */
export function fieldErrors(errors: Iterable<SchemaError>): FieldError[] {
  const byPath = new Map<string, FieldError>()
  for (const error of errors) {
    for (const path of pathsOf(error)) {
      if (!byPath.has(path))
        byPath.set(path, { path, code: codes[error.keyword] ?? 'field.format', params: limitOf(error) })
    }
  }
  return [...byPath.values()]
}

function pathsOf(error: SchemaError): string[] {
  const at = error.instancePath.slice(1).replaceAll('/', '.')
  const named = error.params as { requiredProperties?: string[]; additionalProperties?: string[] }
  const names = named.requiredProperties ?? named.additionalProperties
  if (names === undefined) return error.keyword === 'boolean' ? [] : [at]
  return names.map((name) => (at === '' ? name : `${at}.${name}`))
}

function limitOf(error: SchemaError): Record<string, number> {
  const { limit } = error.params as { limit?: number }
  return limit === undefined ? {} : { limit }
}
