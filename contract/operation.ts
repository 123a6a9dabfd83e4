import { Type, type Static, type TObject, type TSchema } from 'typebox'

/** What an operation costs the server; each class has its own limit for an account (`platform/http/limits.ts`). */
export type LoadClass = 'read' | 'write' | 'search' | 'export' | 'import'

/** HTTP methods an operation may use. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * One operation of the API: what browser and server agree on. `path` is below `/api/v1`; `:name` parts are described by `params`.
 * The input a command receives is params, query and body merged into one flat object, so names must differ between them.
 * GET takes `query`, every other method takes `body`. `file: 'upload'` is multipart (fields in `body`, one file);
 * `file: 'download'` answers with the file itself and `output` describes nothing but the type of the answer.
 */
export interface Operation {
  readonly method: Method
  readonly path: string
  readonly summary: string
  readonly params?: TObject
  readonly query?: TObject
  readonly body?: TObject
  readonly output: TSchema
  readonly status?: 200 | 201 | 202 | 204
  readonly file?: 'upload' | 'download'
  /** Left out: `search` for a GET with a `q`, `read` for any other, `write` for the rest. */
  readonly load?: 'export' | 'import'
}

/** Declares one operation; keeps the literal types of its schemas. */
export function operation<const O extends Operation>(declared: O): O {
  return declared
}

type Part<S> = S extends TSchema ? Static<S> : unknown
/** The flat input of an operation: params, query and body together. */
export type InputOf<O extends Operation> = Part<O['params']> & Part<O['query']> & Part<O['body']>
/** The answer of an operation. */
export type OutputOf<O extends Operation> = Static<O['output']>

/** A date without time, `YYYY-MM-DD`, in the calendar of Asia/Shanghai; a day that the calendar has. */
export const DateOnly = Type.String({
  pattern: '^(?!0000)\\d{4}-\\d{2}-\\d{2}$',
  format: 'date',
  description: 'YYYY-MM-DD',
})
/** An instant, ISO 8601 with its zone; answers are in UTC. */
export const Instant = Type.String({
  pattern: '^(?!0000)\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?(Z|[+-]\\d{2}:\\d{2})$',
  format: 'date-time',
  description: 'ISO 8601 instant',
})
/** A uuid. */
export const Id = Type.String({
  pattern: '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$',
})
/** Either the schema or null. */
export const Nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

/** Query fields every list understands; `limit` 1 to 200, `cursor` from the page before. */
export const PageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  cursor: Type.Optional(Type.String({ maxLength: 500 })),
}

/** A page of a list. `total` is the exact count of all rows that match, where the list offers it. */
export const PageOf = <S extends TSchema>(item: S) =>
  Type.Object({
    items: Type.Array(item),
    nextCursor: Nullable(Type.String()),
    total: Type.Optional(Type.Integer()),
  })

/** An empty answer. */
export const Nothing = Type.Object({})
