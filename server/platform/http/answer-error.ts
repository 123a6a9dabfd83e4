import type { FastifyReply, FastifyRequest } from 'fastify'
import { errorStatus, type ErrorBody } from '#contract/errors.ts'
import { AppError } from '../errors.ts'
import { outageOf } from '../outage.ts'
import type { Platform } from '../platform.ts'

/** A request that failed, and what it failed with. */
export interface Failure {
  error: unknown
  request: FastifyRequest
  reply: FastifyReply
}

/** Answers a failure in the one shape of errors. What nobody foresaw is logged and told as an accident, without a word of its text. */
export function answerError(platform: Platform, { error, request, reply }: Failure): FastifyReply {
  const outage = outageOf(error)
  const known = knownError(error) ?? outage
  // An outage is somebody's to mend: it is told in the log as well.
  if (known === null || outage !== null)
    platform.log.error(
      `${request.method} ${request.routeOptions.url ?? 'unknown route'} ${request.id}`,
      error,
    )
  const { kind, code, params, fields } = known ?? new AppError('internal', 'common.internal')
  const body: ErrorBody = {
    error: { code, params, ...(fields === undefined ? {} : { fields }), requestId: request.id },
  }
  const { seconds } = params
  if ((kind === 'too_many' || kind === 'unavailable') && typeof seconds === 'number')
    reply.header('retry-after', String(Math.max(1, Math.ceil(seconds))))
  return reply
    .code(errorStatus[kind])
    .header('cache-control', 'no-store')
    .type('application/json')
    .send(JSON.stringify(body))
}

function knownError(error: unknown): AppError | null {
  if (error instanceof AppError) return error
  const status = (error as { statusCode?: number }).statusCode
  if (status === 413) return new AppError('invalid', 'common.body_too_large')
  if (status !== undefined && status >= 400 && status < 500)
    return new AppError('invalid', 'common.unreadable')
  return null
}
