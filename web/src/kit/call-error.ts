import type { ErrorParams, FieldError } from '#contract/errors.ts'

/** A request that was answered with an error, or never answered (`code` common.offline, status 0). */
export class CallError extends Error {
  readonly status: number
  readonly code: string
  readonly params: ErrorParams
  readonly fields: readonly FieldError[]
  readonly requestId: string

  constructor(
    status: number,
    body: { code: string; params?: ErrorParams; fields?: FieldError[]; requestId?: string },
  ) {
    super(body.code)
    this.name = 'CallError'
    this.status = status
    this.code = body.code
    this.params = body.params ?? {}
    this.fields = body.fields ?? []
    this.requestId = body.requestId ?? ''
  }
}

/** The error a failed answer carries; an answer that is not ours (a proxy’s page) becomes `common.unavailable` or `common.internal`. */
export function errorFrom(status: number, body: unknown): CallError {
  const error = (body as { error?: { code?: unknown } } | null)?.error
  if (error && typeof error.code === 'string') return new CallError(status, error as { code: string })
  return new CallError(status, { code: fallbackCode(status) })
}

/** What is told when the server could not be reached at all. */
export function offlineError(): CallError {
  return new CallError(0, { code: 'common.offline' })
}

function fallbackCode(status: number): string {
  if (status === 401) return 'common.sign_in'
  if (status === 403) return 'common.forbidden'
  if (status === 404) return 'common.not_found'
  if (status === 413) return 'common.body_too_large'
  if (status === 429) return 'common.too_many'
  return status === 502 || status === 503 || status === 504 ? 'common.unavailable' : 'common.internal'
}
