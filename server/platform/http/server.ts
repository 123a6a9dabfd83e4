import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { errorStatus, type ErrorBody } from '#contract/errors.ts'
import type { Actor } from '../actor.ts'
import { AppError, forbidden } from '../errors.ts'
import type { Platform } from '../platform.ts'
import type { Certificate } from './certificate.ts'
import { handlerOf } from './handlers.ts'
import type { Route } from './route.ts'
import { bearerTokenOf, csrfTokenMatches, sessionTokenOf, type CookieSettings } from './session-cookie.ts'

/** What a server is made of. `authenticate` finds the actor of a session token, or null. */
export interface ServerParts {
  platform: Platform
  routes: readonly Route[]
  authenticate: (sessionToken: string) => Promise<Actor | null>
  /** The same for the token of a program. */
  authenticateToken: (token: string) => Promise<Actor | null>
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

async function actorOf(parts: ServerParts, route: Route, request: FastifyRequest): Promise<Actor | null> {
  const bearer = bearerTokenOf(request)
  if (bearer !== null) return programOf(parts, route, bearer)
  const token = sessionTokenOf(request, parts.cookies)
  const actor = token === null ? null : await parts.authenticate(token)
  if (route.permission === 'public') return actor
  if (actor === null) throw new AppError('unauthenticated', 'common.sign_in')
  if (request.method !== 'GET' && !csrfTokenMatches(parts.platform.keys, actor.sessionId, request))
    forbidden()
  return actor
}

/** Whom a program works as. No page can send this header for a person, so it needs no token of the page; the cookie beside it counts for nothing. */
async function programOf(parts: ServerParts, route: Route, token: string): Promise<Actor | null> {
  if (route.permission === 'public') return null
  const actor = await parts.authenticateToken(token)
  if (actor === null) throw new AppError('unauthenticated', 'common.token_unknown')
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
