import { Type, type TProperties, type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Value } from 'typebox/value'
import type { FieldError } from '#contract/errors.ts'
import type { Operation } from '#contract/operation.ts'
import { invalid } from '../errors.ts'

/** The raw parts of a request. */
export interface RawInput {
  params: unknown
  query: unknown
  body: unknown
}

/** Compiles, at first use, what turns a raw request into the flat input of an operation. All wrong fields are reported at once (400). */
export function inputParser(operation: Operation): (raw: RawInput) => never {
  let parse: ((raw: RawInput) => never) | null = null
  return (raw) => (parse ??= compile(operation))(raw)
}

function compile(operation: Operation): (raw: RawInput) => never {
  // Text from the address needs converting; a JSON body says its own types.
  const address = Type.Object(propertiesOf(operation.params, operation.query), {
    additionalProperties: false,
  })
  const body = Type.Object(propertiesOf(operation.body), { additionalProperties: false })
  const checkAddress = Compile(address)
  const checkBody = Compile(body)
  return (raw) => {
    const fromAddress = Value.Convert(address, { ...(raw.params as object), ...(raw.query as object) })
    const fromBody = operation.body === undefined ? {} : (raw.body ?? {})
    const fields = [
      ...(checkAddress.Check(fromAddress) ? [] : fieldErrors(checkAddress.Errors(fromAddress))),
      ...(checkBody.Check(fromBody) ? [] : fieldErrors(checkBody.Errors(fromBody))),
    ]
    if (fields.length > 0) invalid(fields)
    const input = { ...(fromAddress as object), ...(fromBody as object) }
    const unwritable = unwritableIn(input)
    if (unwritable.length > 0) invalid(unwritable.map((path) => ({ path, code: 'field.format' })))
    return input as never
  }
}

// PostgreSQL stores no NUL, and half a character (a lone surrogate) would silently become another one. Neither is ever text that somebody typed.
// A whole number beyond 2^53 is not the one that was sent any more.
function unwritableIn(input: object): string[] {
  const found: string[] = []
  const waiting: [path: string, value: unknown][] = [['', input]]
  for (const [path, value] of waiting) {
    if (typeof value === 'string') {
      if (!isWritable(value)) found.push(path)
    } else if (typeof value === 'number') {
      if (Number.isInteger(value) && !Number.isSafeInteger(value)) found.push(path)
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, each] of Object.entries(value)) {
        const inner = path === '' ? name : `${path}.${name}`
        if (isWritable(name)) waiting.push([inner, each])
        else found.push(path)
      }
    }
  }
  return found
}

function isWritable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed()
}

function propertiesOf(...parts: (TSchema | undefined)[]): TProperties {
  return Object.assign(
    {},
    ...parts.map((part) => (part as { properties?: TProperties } | undefined)?.properties ?? {}),
  ) as TProperties
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

function fieldErrors(errors: Iterable<SchemaError>): FieldError[] {
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
