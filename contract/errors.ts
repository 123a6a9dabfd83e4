/** How an error is answered: the kind decides the HTTP status, the code decides the sentence. */
export const errorStatus = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  refused: 422,
  too_many: 429,
  unavailable: 503,
  internal: 500,
} as const

export type ErrorKind = keyof typeof errorStatus

/** Values a sentence may need: never personal data. */
export type ErrorParams = Record<string, string | number | boolean | null>

/** One wrong field of a form: where, and the code of its sentence. */
export interface FieldError {
  path: string
  code: string
  params?: ErrorParams
}

/** The body of every failed request. */
export interface ErrorBody {
  error: { code: string; params: ErrorParams; fields?: FieldError[]; requestId: string }
}
