import { Type, type TProperties, type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Value } from 'typebox/value'
import type { Operation } from '#contract/operation.ts'
import { invalid } from '../errors.ts'
import { fieldErrors } from './field-errors.ts'

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
