import { AppError } from './errors.ts'

const diskFull = new Set(['ENOSPC', 'EDQUOT', '53100'])
// PostgreSQL is starting, stopping or being started again after a crash.
const databaseAway = new Set(['57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'])

/** The product's own error for a disk that is full or a database that is away, of files and of PostgreSQL alike; null for anything else. */
export function outageOf(error: unknown): AppError | null {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown }
  if (typeof code === 'string' && diskFull.has(code)) return new AppError('unavailable', 'common.disk_full')
  const isAway =
    (typeof code === 'string' && databaseAway.has(code)) || message === 'Connection terminated unexpectedly'
  return isAway ? new AppError('unavailable', 'common.unavailable') : null
}
