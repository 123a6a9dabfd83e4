import type { TSchema } from 'typebox'

type Shape = (value: unknown) => unknown

interface JsonSchema {
  type?: string
  properties?: Record<string, JsonSchema>
  patternProperties?: Record<string, JsonSchema>
  items?: JsonSchema
  anyOf?: JsonSchema[]
}

/** A function that keeps of an answer exactly what its schema declares: a field nobody declared never leaves the server. */
export function outputShape(schema: TSchema): Shape {
  let shape: Shape | null = null
  return (value) => (shape ??= shapeOf(schema as JsonSchema))(value)
}

function shapeOf(schema: JsonSchema): Shape {
  if (schema.anyOf !== undefined) return unionShape(schema.anyOf)
  if (schema.type === 'array') return arrayShape(schema)
  if (schema.properties !== undefined) return objectShape(schema.properties)
  const values =
    schema.patternProperties === undefined ? undefined : Object.values(schema.patternProperties)[0]
  if (values !== undefined) return recordShape(shapeOf(values))
  return (value) => value
}

function arrayShape(schema: JsonSchema): Shape {
  const item = shapeOf(schema.items ?? {})
  return (value) => (Array.isArray(value) ? value.map(item) : value)
}

function objectShape(properties: Record<string, JsonSchema>): Shape {
  const fields = Object.entries(properties).map(([name, schema]) => [name, shapeOf(schema)] as const)
  return (value) => {
    if (value === null || typeof value !== 'object') return value
    const kept: Record<string, unknown> = {}
    for (const [name, shape] of fields) {
      const field = (value as Record<string, unknown>)[name]
      if (field !== undefined) kept[name] = shape(field)
    }
    return kept
  }
}

function recordShape(item: Shape): Shape {
  return (value) =>
    value === null || typeof value !== 'object'
      ? value
      : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, item(each)]))
}

// Unions of the contract are "this or null": the first member that has structure shapes whatever is not null.
function unionShape(members: JsonSchema[]): Shape {
  const structured = members.find(
    (member) => member.properties !== undefined || member.type === 'array' || member.anyOf !== undefined,
  )
  const shape = structured === undefined ? (value: unknown) => value : shapeOf(structured)
  return (value) => (value === null ? null : shape(value))
}
