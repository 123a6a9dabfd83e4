import { timingSafeEqual } from 'node:crypto'
import { BlockList, isIPv6 } from 'node:net'
import type { FastifyRequest } from 'fastify'
import type { EventStreams } from './event-stream.ts'
import type { Lanes } from './lanes.ts'
import type { RateLimits } from './limits.ts'
import type { Traffic } from './traffic.ts'

/** What counts itself while the server works. */
export interface MeasuredParts {
  limits: RateLimits | null
  lanes: Lanes
  streams: EventStreams
  traffic: Traffic
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/**
 * Whether somebody may read the figures: from this machine itself, or with the word of GONGHUI_METRICS_TOKEN. What a proxy passes on is not from
 * this machine, even when the proxy is.
 */
export function mayReadMetrics(request: FastifyRequest, token: string | null): boolean {
  const sent = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (token !== null && sent !== undefined && sent.length === token.length)
    return timingSafeEqual(Buffer.from(sent), Buffer.from(token))
  const passedOn = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some(
    (name) => name in request.headers,
  )
  return !passedOn && loopback.check(request.ip, isIPv6(request.ip) ? 'ipv6' : 'ipv4')
}
