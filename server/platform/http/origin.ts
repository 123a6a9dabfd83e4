import type { FastifyRequest } from 'fastify'
import { AppError, forbidden } from '../errors.ts'

/** Refuses a request for another name than the one people type: a page of that name could read our answers, or have its name stand in our links. */
export function mustBeForUs(request: FastifyRequest, publicUrl: string | null): void {
  if (publicUrl === null) return
  if (request.host.toLowerCase() !== new URL(publicUrl).host)
    throw new AppError('invalid', 'common.wrong_address')
}

/** Refuses a write that a browser says a page of another site sent. Programs and old browsers say nothing; for them the token of writes decides. */
export function mustNotComeFromOutside(request: FastifyRequest): void {
  const from = request.headers['sec-fetch-site']
  if (!isRead(request) && from !== undefined && from !== 'same-origin' && from !== 'none') forbidden()
}

/** Whether a request only reads. */
export function isRead(request: FastifyRequest): boolean {
  return request.method === 'GET' || request.method === 'HEAD'
}
