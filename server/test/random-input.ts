import fc from 'fast-check'
import type { Operation } from '#contract/operation.ts'

interface JsonSchema {
  type?: string
  properties?: Record<string, JsonSchema>
  patternProperties?: Record<string, JsonSchema>
  required?: readonly string[]
  items?: JsonSchema
  anyOf?: JsonSchema[]
  enum?: readonly unknown[]
  const?: unknown
  pattern?: string
  format?: string
  minimum?: number
  maximum?: number
  maxLength?: number
}

/** Values that programs stumble over. */
const odd = fc.constantFrom<unknown>(
  null,
  '',
  0,
  -1,
  1e308,
  2 ** 53,
  2 ** 31,
  -(2 ** 63),
  true,
  [],
  {},
  '\u0000',
  '\ud800',
  'a\u0000b',
  '￿',
  '%',
  "'; drop table persons; --",
  '\\',
  '${7*7}',
  '../../etc/passwd',
  '9999-12-31',
  '0001-01-01',
  '2024-02-30',
  '9999-12-31T23:59:59Z',
  '00000000-0000-0000-0000-000000000000',
  'x'.repeat(5000),
  '𠮷'.repeat(50),
)

/** Input for an operation: mostly what its schema asks for, here and there something odd, missing or too much. */
export function randomInput(
  operation: Operation,
  ids: readonly string[],
): fc.Arbitrary<{ params: Record<string, unknown>; query: Record<string, unknown>; body: unknown }> {
  const part = (schema: unknown) =>
    (schema === undefined ? fc.constant({}) : objectOf(schema as JsonSchema, ids)) as fc.Arbitrary<
      Record<string, unknown>
    >
  return fc.record({
    params: part(operation.params),
    query: part(operation.query),
    body: fc.oneof({ weight: 12, arbitrary: part(operation.body) }, { weight: 1, arbitrary: odd }),
  })
}

function objectOf(schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([name, each]) => [name, maybeOdd(valueOf(each, ids))] as const,
  )
  const required = schema.required ?? []
  const whole = fc.record(Object.fromEntries(fields), { requiredKeys: [...required] })
  const extra = fc
    .tuple(whole, fc.string({ maxLength: 8 }), odd)
    .map(([object, name, value]) => ({ ...object, [name]: value }))
  return fc.oneof({ weight: 15, arbitrary: whole }, { weight: 1, arbitrary: extra }) as fc.Arbitrary<
    Record<string, unknown>
  >
}

function maybeOdd(arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary }, { weight: 1, arbitrary: odd })
}

function valueOf(schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((each) => valueOf(each, ids)))
  switch (schema.type) {
    case 'object':
      return schema.properties === undefined
        ? fc.dictionary(fc.string({ maxLength: 5 }), odd, { maxKeys: 3 })
        : objectOf(schema, ids)
    case 'array':
      return fc.array(valueOf(schema.items ?? {}, ids), { maxLength: 4 })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'integer':
    case 'number':
      return numberOf(schema)
    case 'string':
      return textOf(schema, ids)
    default:
      return odd
  }
}

function numberOf({ minimum, maximum }: JsonSchema): fc.Arbitrary<unknown> {
  const least = minimum ?? -(2 ** 40)
  const most = maximum ?? 2 ** 40
  return fc.oneof(fc.integer({ min: least, max: most }), fc.constantFrom(least, most, minimum ?? 1))
}

function textOf(schema: JsonSchema, ids: readonly string[]): fc.Arbitrary<unknown> {
  const { pattern = '', format } = schema
  if (format === 'date') return fc.constantFrom('2024-02-29', '2020-01-01', '9999-12-31', '0001-01-01')
  if (format === 'date-time') return fc.constantFrom('2024-02-29T00:00:00Z', '0001-01-01T00:00:00+14:00')
  if (pattern.includes('[0-9a-fA-F]{8}-')) return fc.constantFrom(...ids)
  if (pattern !== '') return fc.oneof(fc.stringMatching(new RegExp(pattern)), fc.string({ maxLength: 12 }))
  return fc.string({ unit: 'binary', maxLength: Math.min(schema.maxLength ?? 30, 60) })
}
