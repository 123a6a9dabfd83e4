import cookie from '@fastify/cookie'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '../actor.ts'
import { AppError, forbidden } from '../errors.ts'
import type { Platform } from '../platform.ts'
import { answerError } from './answer-error.ts'
import type { EventStreams } from './event-stream.ts'
import { handlerOf } from './handlers.ts'
import { addProtectiveHeaders, protect } from './headers.ts'
import type { Lanes } from './lanes.ts'
import type { RateLimits } from './limits.ts'
import { openListener, type ListenerParts } from './listener.ts'
import { isRead, mustBeForUs, mustNotComeFromOutside } from './origin.ts'
import type { Route } from './route.ts'
import { bearerTokenOf, csrfTokenMatches, sessionTokenOf, type CookieSettings } from './session-cookie.ts'

/** What a server is made of. `authenticate` finds the actor of a session token, or null. */
export interface ServerParts extends ListenerParts {
  platform: Platform
  routes: readonly Route[]
  authenticate: (sessionToken: string) => Promise<Actor | null>
  /** Watches the session of a token: whether it still holds, without keeping it alive. */
  watchSession: (sessionToken: string) => () => Promise<boolean>
  /** The same for the token of a program. */
  authenticateToken: (token: string) => Promise<Actor | null>
  /** Whether the actor has the function anywhere; refuses (403) before any row is read. */
  mustHave: (actor: Actor, route: Route) => void
  cookies: CookieSettings
  /** How many requests somebody may send; null: any number. */
  limits: RateLimits | null
  /** How many are worked on at once. */
  lanes: Lanes
  streams: EventStreams
  /** The address people type; a request for another name is refused. Null: any name will do. */
  publicUrl: string | null
}

/** Builds the HTTP server: every route of the modules below `/api/v1`, errors in one shape. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const transport = { isHttps: parts.cookies.secure }
  const app = openListener(parts, (error, request, reply) => {
    protect(request, reply, transport)
    answerError(parts.platform, { error, request, reply })
  })
  app.setErrorHandler((error, request, reply) => answerError(parts.platform, { error, request, reply }))
  app.setNotFoundHandler((request, reply) =>
    answerError(parts.platform, { error: new AppError('not_found', 'common.not_found'), request, reply }),
  )
  // Our own parser runs after Fastify; its own would compile every schema at start.
  app.setValidatorCompiler(() => () => true)
  addProtectiveHeaders(app, transport)
  await app.register(cookie)
  for (const route of parts.routes) addRoute(app, parts, route)
  return app
}

function addRoute(app: FastifyInstance, parts: ServerParts, route: Route): void {
  const { operation } = route
  const handle = handlerOf(parts, route)
  app.route({
    method: operation.method,
    url: `/api/v1${operation.path}`,
    handler: async (request, reply) => {
      mustBeForUs(request, parts.publicUrl)
      mustNotComeFromOutside(request)
      return parts.lanes.take(route, async () => {
        if (route.kind === 'anonymous') return handle(null, request, reply)
        const actor = await actorOf(parts, route, request)
        await parts.limits?.take(route, actor, request)
        if (actor !== null) parts.mustHave(actor, route)
        return handle(actor, request, reply)
      })
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
  if (!isRead(request) && !csrfTokenMatches(parts.platform.keys, actor.sessionId, request)) forbidden()
  return actor
}

/** Whom a program works as. No page can send this header for a person, so it needs no token of the page; the cookie beside it counts for nothing. */
async function programOf(parts: ServerParts, route: Route, token: string): Promise<Actor | null> {
  if (route.permission === 'public') return null
  const actor = await parts.authenticateToken(token)
  if (actor === null) throw new AppError('unauthenticated', 'common.token_unknown')
  return actor
}
