import type { ErrorKind, ErrorParams, FieldError } from '#contract/errors.ts'

/** The one error of the product: a kind (which HTTP status), a code (which sentence), and what the sentence needs. Never personal data. */
export class AppError extends Error {
  readonly kind: ErrorKind
  readonly code: string
  readonly params: ErrorParams
  readonly fields: FieldError[] | undefined

  constructor(kind: ErrorKind, code: string, params: ErrorParams = {}, fields?: FieldError[]) {
    super(code)
    this.name = 'AppError'
    this.kind = kind
    this.code = code
    this.params = params
    this.fields = fields
  }
}

/** A rule of the work says no (422): the code names the rule, the sentence says what to do. */
export function refuse(code: string, params: ErrorParams = {}): never {
  throw new AppError('refused', code, params)
}

/** Somebody was faster, or the row has changed (409). */
export function conflict(code: string, params: ErrorParams = {}): never {
  throw new AppError('conflict', code, params)
}

/** The input is wrong (400): all wrong fields at once. */
export function invalid(fields: FieldError[]): never {
  throw new AppError('invalid', 'common.invalid', {}, fields)
}

/** The function itself is not this appointment's (403). */
export function forbidden(): never {
  throw new AppError('forbidden', 'common.forbidden')
}

/** Not there, or not yours: the same answer (404). */
export function notFound(): never {
  throw new AppError('not_found', 'common.not_found')
}

/** The row, or the answer "not found". */
export function found<T>(row: T | null | undefined): T {
  return row ?? notFound()
}
