import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../actor.ts'
import { inTenant, inTenantReading } from '../db/transaction.ts'
import { forbidden } from '../errors.ts'
import { Batches } from './batches.ts'
import { namedWrite, onceOnly, type Answer } from './kept-answers.ts'
import { inputParser } from './parse-input.ts'
import type {
  AnonymousRoute,
  BatchedRoute,
  DownloadRoute,
  EventsRoute,
  PlatformRoute,
  Route,
  SessionRoute,
  TenantRoute,
  UploadRoute,
} from './route.ts'
import type { ServerParts } from './server.ts'
import { deviceTokenOf, sessionTokenOf, setDeviceToken, setSessionToken } from './session-cookie.ts'
import { outputShape } from './shape-output.ts'
import { receiveUpload } from './upload.ts'

/** What answers a request once its actor is known and has the function. */
export type Handler = (actor: Actor | null, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/** The handler of each kind of route. */
export function handlerOf(parts: ServerParts, route: Route): Handler {
  switch (route.kind) {
    case 'tenant':
      return tenantHandler(parts, route)
    case 'batched':
      return batchedHandler(parts, route)
    case 'platform':
      return platformHandler(parts, route)
    case 'download':
      return downloadHandler(parts, route)
    case 'session':
      return sessionHandler(parts, route)
    case 'events':
      return eventsHandler(parts, route)
    case 'upload':
      return uploadHandler(parts, route)
    case 'anonymous':
      return anonymousHandler(parts, route)
  }
}

function anonymousHandler(parts: ServerParts, route: AnonymousRoute): Handler {
  const parse = inputParser(route.operation)
  const shape = outputShape(route.operation.output)
  return async (_actor, request, reply) =>
    reply.code(route.operation.status ?? 200).send(shape(await route.run(parts.platform, parse(request))))
}

function tenantHandler(parts: ServerParts, route: TenantRoute): Handler {
  const { operation } = route
  const parse = inputParser(operation)
  const shape = outputShape(operation.output)
  const status = operation.status ?? 200
  if (operation.method === 'GET') {
    return async (actor, request, reply) => {
      const input = parse(request)
      const answer = await inTenantReading(parts.platform, actor!.tenantId, (tx) =>
        route.run(tx, actor!, input),
      )
      return reply.code(status).send(shape(answer))
    }
  }
  return async (actor, request, reply) => {
    const input = parse(request)
    const named = route.repeats === 'harmless' ? null : namedWrite(route, actor!, { request, content: '' })
    const answer = await inTenant(parts.platform, actor!.tenantId, (tx) =>
      onceOnly(tx, named, async () => ({
        status,
        text: JSON.stringify(shape(await route.run(tx, actor!, input))),
      })),
    )
    parts.platform.jobs.wake()
    return sendAnswer(reply, answer)
  }
}

function batchedHandler(parts: ServerParts, route: BatchedRoute): Handler {
  const parse = inputParser(route.operation)
  const shape = outputShape(route.operation.output)
  const status = route.operation.status ?? 200
  const batches = new Batches(parts.platform, route, (output) => ({
    status,
    text: JSON.stringify(shape(output)),
  }))
  return async (actor, request, reply) => {
    const input = parse(request)
    const named = namedWrite(route, actor!, { request, content: '' })
    const answer = await batches.serve({ actor: actor!, input, named })
    return sendAnswer(reply, answer)
  }
}

function platformHandler(parts: ServerParts, route: PlatformRoute): Handler {
  const { operation } = route
  const parse = inputParser(operation)
  const shape = outputShape(operation.output)
  return async (actor, request, reply) => {
    const answer = await route.run(parts.platform, actor!, parse(request))
    if (operation.method !== 'GET') parts.platform.jobs.wake()
    return reply.code(operation.status ?? 200).send(shape(answer))
  }
}

function uploadHandler(parts: ServerParts, route: UploadRoute): Handler {
  const shape = outputShape(route.operation.output)
  const status = route.operation.status ?? 200
  return async (actor, request, reply) => {
    let answer: (Answer & { repeated: boolean }) | undefined
    await receiveUpload(request, route.operation, ({ content, ...upload }) =>
      route.receive(parts.platform, actor!, {
        ...upload,
        inTransaction: async (work) => {
          const named = namedWrite(route, actor!, { request, content: content() })
          answer = await inTenant(parts.platform, actor!.tenantId, (tx) =>
            onceOnly(tx, named, async () => ({ status, text: JSON.stringify(shape(await work(tx))) })),
          )
          return JSON.parse(answer.text) as never
        },
      }),
    )
    if (answer === undefined) throw new Error(`${route.operationId} took a file without a transaction`)
    parts.platform.jobs.wake()
    return sendAnswer(reply, answer)
  }
}

// Sent as the text that was kept: the answer to a repeated request is the same to the byte.
function sendAnswer(reply: FastifyReply, answer: Answer & { repeated: boolean }): FastifyReply {
  if (answer.repeated) reply.header('idempotency-replayed', 'true')
  return reply.code(answer.status).type('application/json; charset=utf-8').send(answer.text)
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
    const input = parse(request)
    const token = sessionTokenOf(request, parts.cookies)
    if (token === null) return forbidden()
    const { accountId } = actor!
    const text = parts.streams.open(accountId, {
      events: (signal) => route.open(parts.platform, actor!, input, signal),
      stillHolds: parts.watchSession(token),
    })
    reply.raw.once('close', () => parts.streams.close(accountId))
    return reply
      .header('content-type', 'text/event-stream')
      .header('x-accel-buffering', 'no')
      .send(Readable.from(text))
  }
}

function sessionHandler(parts: ServerParts, route: SessionRoute): Handler {
  const parse = inputParser(route.operation)
  const shape = outputShape(route.operation.output)
  return async (actor, request, reply) => {
    const input = parse(request)
    const sessionToken = sessionTokenOf(request, parts.cookies)
    const answer = await route.run(parts.platform, {
      input,
      actor,
      sessionToken,
      address: request.ip,
      origin: `${request.protocol}://${request.host}`,
      userAgent: request.headers['user-agent'] ?? '',
      deviceToken: deviceTokenOf(request, parts.cookies),
    })
    if (answer.sessionToken !== undefined) setSessionToken(reply, parts.cookies, answer.sessionToken)
    if (answer.deviceToken !== undefined) setDeviceToken(reply, parts.cookies, answer.deviceToken)
    if (answer.cacheSeconds !== undefined)
      reply.header('cache-control', `public, max-age=${answer.cacheSeconds}`)
    return reply.code(route.operation.status ?? 200).send(shape(answer.output))
  }
}
