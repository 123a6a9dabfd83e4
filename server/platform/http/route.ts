import type { Readable } from 'node:stream'
import type { InputOf, Operation, OutputOf } from '#contract/operation.ts'
import type { RoutePermission } from '#contract/permissions.ts'
import type { Actor } from '../actor.ts'
import type { Tx } from '../db/transaction.ts'
import type { AppError } from '../errors.ts'
import type { Platform } from '../platform.ts'

interface RouteBase {
  operationId: string
  operation: Operation
  permission: RoutePermission
}

/** A command or query in one transaction: the usual route. */
export interface TenantRoute extends RouteBase {
  kind: 'tenant'
  run: (tx: Tx, actor: Actor, input: never) => Promise<unknown>
  /** Set where a second run does nothing more, or where nothing may show that there was a first: no answer is kept. */
  repeats?: 'harmless'
}

/** What one of several requests says that are served together. */
export interface AskedTogether<I> {
  actor: Actor
  input: I
}

/**
 * A command that many send at the same moment: those about one thing share a transaction, in the order they came. Each gets its own answer,
 * or its own refusal, which leaves nothing; an accident makes all of them be served again one by one.
 */
export interface BatchedRoute extends RouteBase {
  kind: 'batched'
  /** What requests that may share a transaction have in common, within a tenant. */
  about: (input: never) => string
  run: (tx: Tx, asked: readonly AskedTogether<never>[]) => Promise<readonly unknown[]>
}

/** A command or query that needs more than the database, such as files of a folder: it opens its own transactions, and nothing else inside them. */
export interface PlatformRoute extends RouteBase {
  kind: 'platform'
  run: (platform: Platform, actor: Actor, input: never) => Promise<unknown>
}

/** A file that comes in: fields first, then the file as a stream, before any transaction is open. */
export interface UploadRoute extends RouteBase {
  kind: 'upload'
  receive: (platform: Platform, actor: Actor, upload: Upload) => Promise<unknown>
}

/** A file that goes out, made inside one transaction that stays open until it is made. `platform` is for stored files. */
export interface DownloadRoute extends RouteBase {
  kind: 'download'
  open: (tx: Tx, actor: Actor, input: never, platform: Platform) => Promise<Download>
}

/** Makes the events; they end when `signal` says that nobody listens any more. */
export type OpenEvents<I> = (
  platform: Platform,
  actor: Actor,
  input: I,
  signal: AbortSignal,
) => AsyncIterable<ServerEvent>

/** Events that go on for a while: the stream opens its own short transactions. */
export interface EventsRoute extends RouteBase {
  kind: 'events'
  open: OpenEvents<never>
}

/** One server-sent event. */
export interface ServerEvent {
  name: string
  data: unknown
}

/** A route before or beside the tenant: sign-in, sign-out, demo log-ins. It opens its own transactions. */
export interface SessionRoute extends RouteBase {
  kind: 'session'
  run: (platform: Platform, request: SessionRequest) => Promise<SessionAnswer>
}

/**
 * What somebody does whom nobody may know: no session is looked up, no limit is counted by person or address, no answer is kept. What guards it
 * comes with the request.
 */
export interface AnonymousRoute extends RouteBase {
  kind: 'anonymous'
  permission: 'public'
  run: (platform: Platform, input: never) => Promise<unknown>
}

/** One line of a module's table of routes. */
export type Route =
  | TenantRoute
  | BatchedRoute
  | PlatformRoute
  | UploadRoute
  | DownloadRoute
  | EventsRoute
  | SessionRoute
  | AnonymousRoute

export interface Upload {
  fields: Record<string, string>
  fileName: string
  stream: Readable
  /**
   * The one transaction of an upload, after the file has been read to its end. What `work` returns is the operation's answer; a repeated
   * request gets the answer of the first, and `work` is not run.
   */
  inTransaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
}

export interface Download {
  fileName: string
  contentType: string
  body: Buffer | Readable
}

export interface SessionRequest {
  input: never
  /** The session's actor, where somebody is signed in. */
  actor: Actor | null
  sessionToken: string | null
  /** Address of the client, for limits only; never stored in clear. */
  address: string
  /** Scheme, host and port the request came to, such as `https://gonghui.example.cn`. */
  origin: string
  /** The `User-Agent` header, or ''. */
  userAgent: string
  /** By this token a browser is known again from an earlier sign-in; null: it is new here. */
  deviceToken: string | null
}

export interface SessionAnswer {
  output: unknown
  /** A token to set as the session cookie, null to clear it, undefined to leave it. */
  sessionToken?: string | null
  /** A token to know this browser by from now on, undefined to leave it. */
  deviceToken?: string
  /** How long anybody between may keep the answer; undefined: not at all. Only for what everybody may read. */
  cacheSeconds?: number
}

/** A route that runs a command or query: `(tx, actor, input) => answer`. */
export function route<const O extends Operation>(
  operationId: string,
  operation: O,
  permission: RoutePermission,
  run: (tx: Tx, actor: Actor, input: InputOf<O>) => Promise<OutputOf<O>>,
): TenantRoute {
  return { kind: 'tenant', operationId, operation, permission, run: run as TenantRoute['run'] }
}

/** A route whose requests about one thing are served together. `run` answers each request, in their order, or gives its AppError. */
export function batchedRoute<const O extends Operation>(
  operationId: string,
  operation: O,
  permission: RoutePermission,
  served: {
    about: (input: InputOf<O>) => string
    run: (tx: Tx, asked: readonly AskedTogether<InputOf<O>>[]) => Promise<(OutputOf<O> | AppError)[]>
  },
): BatchedRoute {
  const { about, run } = served as unknown as Pick<BatchedRoute, 'about' | 'run'>
  return { kind: 'batched', operationId, operation, permission, about, run }
}

/** The same route without kept answers: one of the few whose repetition is harmless, or must leave no trace. */
export function withoutKeptAnswer(named: TenantRoute): TenantRoute {
  return { ...named, repeats: 'harmless' }
}

/** A route that looks outside of the database before or after its own transactions. */
export function platformRoute<const O extends Operation>(
  operationId: string,
  operation: O,
  permission: RoutePermission,
  run: (platform: Platform, actor: Actor, input: InputOf<O>) => Promise<OutputOf<O>>,
): PlatformRoute {
  return { kind: 'platform', operationId, operation, permission, run: run as PlatformRoute['run'] }
}

/** A route that receives a file. */
export function uploadRoute<const O extends Operation>(
  operationId: string,
  operation: O,
  permission: RoutePermission,
  receive: (platform: Platform, actor: Actor, upload: Upload) => Promise<OutputOf<O>>,
): UploadRoute {
  return { kind: 'upload', operationId, operation, permission, receive }
}

/** A route that answers with a file. */
export function downloadRoute<const O extends Operation>(
  operationId: string,
  operation: O,
  permission: RoutePermission,
  open: (tx: Tx, actor: Actor, input: InputOf<O>, platform: Platform) => Promise<Download>,
): DownloadRoute {
  return { kind: 'download', operationId, operation, permission, open: open as DownloadRoute['open'] }
}

/** A route that sends events until its iterable ends or the browser goes away. */
export function eventsRoute<const O extends Operation>(
  operationId: string,
  operation: O,
  permission: RoutePermission,
  open: OpenEvents<InputOf<O>>,
): EventsRoute {
  return { kind: 'events', operationId, operation, permission, open: open as EventsRoute['open'] }
}

/** A route that deals with sessions themselves. */
export function sessionRoute<const O extends Operation>(
  operationId: string,
  operation: O,
  permission: RoutePermission,
  run: (
    platform: Platform,
    request: Omit<SessionRequest, 'input'> & { input: InputOf<O> },
  ) => Promise<SessionAnswer & { output: OutputOf<O> }>,
): SessionRoute {
  return { kind: 'session', operationId, operation, permission, run: run as SessionRoute['run'] }
}

/** A route on which nobody is known, whoever is signed in on the device. */
export function anonymousRoute<const O extends Operation>(
  operationId: string,
  operation: O,
  run: (platform: Platform, input: InputOf<O>) => Promise<OutputOf<O>>,
): AnonymousRoute {
  return {
    kind: 'anonymous',
    operationId,
    operation,
    permission: 'public',
    run: run as AnonymousRoute['run'],
  }
}
