import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { errorStatus, type ErrorBody } from '#contract/errors.ts'
import type { Actor } from '../actor.ts'
import { inTenant, inTenantReading } from '../db/transaction.ts'
import { AppError, forbidden } from '../errors.ts'
import type { Platform } from '../platform.ts'
import type { Certificate } from './certificate.ts'
import { inputParser } from './parse-input.ts'
import type { DownloadRoute, EventsRoute, Route, SessionRoute, TenantRoute } from './route.ts'
import { csrfTokenMatches, sessionTokenOf, setSessionToken, type CookieSettings } from './session-cookie.ts'
import { outputShape } from './shape-output.ts'
import { receiveUpload } from './upload.ts'

/** What a server is made of. `authenticate` finds the actor of a session token, or null. */
export interface ServerParts {
  platform: Platform
  routes: readonly Route[]
  authenticate: (sessionToken: string) => Promise<Actor | null>
  /** Whether the actor has the function anywhere; refuses (403) before any row is read. */
  mustHave: (actor: Actor, route: Route) => void
  cookies: CookieSettings
  /** What https is spoken with; null: plain http. */
  certificate: Certificate | null
  /** Addresses or networks whose X-Forwarded-* headers are believed; those of everybody else are not. */
  trustedProxies: readonly string[]
}

const bodyLimit = 1024 * 1024

/** Builds the HTTP server: every route of the modules below `/api/v1`, errors in one shape. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = listener(parts)
  app.setErrorHandler((error, request, reply) => answerError(parts.platform, { error, request, reply }))
  app.setNotFoundHandler((request, reply) =>
    answerError(parts.platform, { error: new AppError('not_found', 'common.not_found'), request, reply }),
  )
  // Our own parser runs after Fastify; its own would compile every schema at start.
  app.setValidatorCompiler(() => () => true)
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
  await app.register(cookie)
  for (const route of parts.routes) addRoute(app, parts, route)
  return app
}

function listener({ certificate, trustedProxies }: ServerParts): FastifyInstance {
  const options = {
    bodyLimit,
    genReqId: () => randomUUID(),
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    logger: false as const,
  }
  if (certificate === null) return Fastify(options)
  // Requests over https and http differ for nobody below.
  return Fastify({ ...options, https: certificate }) as unknown as FastifyInstance
}

function addRoute(app: FastifyInstance, parts: ServerParts, route: Route): void {
  const { operation } = route
  const handle = handlerOf(parts, route)
  app.route({
    method: operation.method,
    url: `/api/v1${operation.path}`,
    handler: async (request, reply) => {
      const actor = await actorOf(parts, route, request)
      if (actor !== null) parts.mustHave(actor, route)
      return handle(actor, request, reply)
    },
  })
  if (operation.file === 'upload') allowMultipart(app)
}

// The stream is read by our own code; Fastify only has to let the content type pass.
function allowMultipart(app: FastifyInstance): void {
  if (!app.hasContentTypeParser('multipart/form-data')) {
    app.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null))
  }
}

type Handler = (actor: Actor | null, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

function handlerOf(parts: ServerParts, route: Route): Handler {
  switch (route.kind) {
    case 'tenant':
      return tenantHandler(parts, route)
    case 'download':
      return downloadHandler(parts, route)
    case 'session':
      return sessionHandler(parts, route)
    case 'events':
      return eventsHandler(parts, route)
    case 'upload': {
      const shape = outputShape(route.operation.output)
      return async (actor, request, reply) => {
        const answer = await receiveUpload(request, route.operation, (upload) =>
          route.receive(parts.platform, actor!, upload),
        )
        parts.platform.jobs.wake()
        return reply.code(route.operation.status ?? 200).send(shape(answer))
      }
    }
  }
}

function tenantHandler(parts: ServerParts, route: TenantRoute): Handler {
  const { operation } = route
  const parse = inputParser(operation)
  const shape = outputShape(operation.output)
  const within = operation.method === 'GET' ? inTenantReading : inTenant
  return async (actor, request, reply) => {
    const input = parse(request)
    const answer = await within(parts.platform, actor!.tenantId, (tx) => route.run(tx, actor!, input))
    if (operation.method !== 'GET') parts.platform.jobs.wake()
    return reply.code(operation.status ?? 200).send(shape(answer))
  }
}

function downloadHandler(parts: ServerParts, route: DownloadRoute): Handler {
  const parse = inputParser(route.operation)
  return async (actor, request, reply) => {
    const input = parse(request)
    const file = await inTenant(parts.platform, actor!.tenantId, (tx) =>
      route.open(tx, actor!, input, parts.platform),
    )
    return reply
      .header('content-type', file.contentType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
      .send(file.body)
  }
}

function eventsHandler(parts: ServerParts, route: EventsRoute): Handler {
  const parse = inputParser(route.operation)
  return async (actor, request, reply) => {
    const events = route.open(parts.platform, actor!, parse(request))
    const lines = (async function* () {
      for await (const event of events) yield `event: ${event.name}\ndata: ${JSON.stringify(event.data)}\n\n`
    })()
    return reply
      .header('content-type', 'text/event-stream')
      .header('x-accel-buffering', 'no')
      .send(Readable.from(lines))
  }
}

function sessionHandler(parts: ServerParts, route: SessionRoute): Handler {
  const parse = inputParser(route.operation)
  const shape = outputShape(route.operation.output)
  return async (actor, request, reply) => {
    const input = parse(request)
    const sessionToken = sessionTokenOf(request, parts.cookies)
    const answer = await route.run(parts.platform, { input, actor, sessionToken, address: request.ip })
    if (answer.sessionToken !== undefined) setSessionToken(reply, parts.cookies, answer.sessionToken)
    return reply.code(route.operation.status ?? 200).send(shape(answer.output))
  }
}

async function actorOf(parts: ServerParts, route: Route, request: FastifyRequest): Promise<Actor | null> {
  const token = sessionTokenOf(request, parts.cookies)
  const actor = token === null ? null : await parts.authenticate(token)
  if (route.permission === 'public') return actor
  if (actor === null) throw new AppError('unauthenticated', 'common.sign_in')
  if (request.method !== 'GET' && !csrfTokenMatches(parts.platform.keys, actor.sessionId, request))
    forbidden()
  return actor
}

interface Failure {
  error: unknown
  request: FastifyRequest
  reply: FastifyReply
}

function answerError(platform: Platform, { error, request, reply }: Failure): FastifyReply {
  const known = knownError(error)
  if (known === null)
    platform.log.error(`${request.method} ${request.routeOptions.url ?? 'unknown route'}`, error)
  const { kind, code, params, fields } = known ?? new AppError('internal', 'common.internal')
  const body: ErrorBody = {
    error: { code, params, ...(fields === undefined ? {} : { fields }), requestId: request.id },
  }
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
