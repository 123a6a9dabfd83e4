import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { certificateOptions, type Certificate } from './certificate.ts'

/** How long a client may take. Whoever sends drop by drop is cut off instead of holding a place. */
export interface Patience {
  /** Until the headers of a request are complete. */
  headersMilliseconds: number
  /** Until a body that is no upload is complete. */
  bodyMilliseconds: number
  /** Until a whole request is complete, uploads of 60 MB over slow lines included. */
  requestMilliseconds: number
  /** How often late ones are looked for. */
  checkedEveryMilliseconds: number
}

const usualPatience: Patience = {
  headersMilliseconds: 20_000,
  bodyMilliseconds: 30_000,
  requestMilliseconds: 15 * 60_000,
  checkedEveryMilliseconds: 5_000,
}

/** Largest body of a request that is no upload. */
const bodyLimitBytes = 1024 * 1024
/** Largest request line and headers together; a longer one is answered 431. */
const headerLimitBytes = 16 * 1024

export interface ListenerParts {
  certificate: Certificate | null
  trustedProxies: readonly string[]
  patience?: Patience
}

/** Answers a request whose address cannot be read: it reaches no route and no hook. */
type OnUnreadableAddress = (error: Error, request: FastifyRequest, reply: FastifyReply) => void

/** The bare server: how it listens, how long it waits, how much it reads. */
export function openListener(
  parts: ListenerParts,
  onUnreadableAddress: OnUnreadableAddress,
): FastifyInstance {
  const patience = parts.patience ?? usualPatience
  const node = {
    maxHeaderSize: headerLimitBytes,
    headersTimeout: patience.headersMilliseconds,
    requestTimeout: patience.requestMilliseconds,
    connectionsCheckingInterval: patience.checkedEveryMilliseconds,
  }
  const options = {
    bodyLimit: bodyLimitBytes,
    genReqId: () => randomUUID(),
    trustProxy: parts.trustedProxies.length === 0 ? false : [...parts.trustedProxies],
    requestTimeout: patience.requestMilliseconds,
    routerOptions: { maxParamLength: 200 },
    logger: false as const,
    frameworkErrors: onUnreadableAddress,
    clientErrorHandler: (error: NodeJS.ErrnoException, socket: Socket) => answerUnreadable(error, socket),
  }
  const app =
    parts.certificate === null
      ? Fastify({ ...options, http: node })
      : // Requests over https and http differ for nobody below.
        (Fastify({
          ...options,
          https: { ...node, ...certificateOptions(parts.certificate) },
        }) as unknown as FastifyInstance)
  // Only JSON is understood; anything else a foreign page could send without being asked first.
  app.removeContentTypeParser('text/plain')
  cutOffSlowBodies(app, patience.bodyMilliseconds)
  return app
}

// What cannot be read as HTTP at all has no request to answer to: the shape of an error, and the end of the connection.
function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const [status, code] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? ['431 Request Header Fields Too Large', 'common.body_too_large']
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? ['408 Request Timeout', 'common.unreadable']
        : ['400 Bad Request', 'common.unreadable']
  const body = JSON.stringify({ error: { code, params: {}, requestId: randomUUID() } })
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n${body}`,
  )
}

function cutOffSlowBodies(app: FastifyInstance, milliseconds: number): void {
  const waiting = new WeakMap<FastifyRequest, NodeJS.Timeout>()
  app.addHook('preParsing', async (request) => {
    if (String(request.headers['content-type']).startsWith('multipart/')) return
    waiting.set(
      request,
      setTimeout(() => request.raw.destroy(), milliseconds),
    )
  })
  const done = async (request: FastifyRequest) => clearTimeout(waiting.get(request))
  app.addHook('preValidation', done)
  app.addHook('onError', done)
  app.addHook('onRequestAbort', done)
}
