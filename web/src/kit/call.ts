import type { InputOf, Operation, OutputOf } from '#contract/operation.ts'
import { CallError, errorFrom, offlineError } from './call-error.ts'
import { operationTable, type Operations } from './operations.generated.ts'
import { requestFor, type Request } from './request.ts'

export type OperationId = keyof Operations
export type Input<Id extends OperationId> = InputOf<Operations[Id]>
export type Output<Id extends OperationId> = Operations[Id] extends Operation
  ? OutputOf<Operations[Id]>
  : never
/** What follows the id in a call: nothing when the operation takes nothing. */
export type InputArgument<Id extends OperationId> =
  unknown extends Input<Id>
    ? [input?: Record<string, never>, options?: CallOptions]
    : [input: Input<Id>, options?: CallOptions]

export interface CallOptions {
  signal?: AbortSignal
  /** Same key and same input: the server does the work once and answers the same again. */
  idempotencyKey?: string
}

let csrfToken = ''
let signedOut: (() => void) | undefined

/** What to do when a request finds that nobody is signed in (any more). */
export function onSignedOut(listener: () => void): void {
  signedOut = listener
}

/**
 * Calls one operation of the contract by its id and gives its answer. Throws CallError: say it with `errorSentence`.
 * The anti-forgery token that signing in and `getMe` bring is kept in memory and sent with every write.
 */
export async function call<Id extends OperationId>(
  id: Id,
  ...[input, options]: InputArgument<Id>
): Promise<Output<Id>> {
  const answer = await fetchAnswer(requestOf(id, input), options ?? {})
  const body: unknown = answer.status === 204 ? {} : await answer.json().catch(() => undefined)
  if (!answer.ok) throw noticed(errorFrom(answer.status, body), id)
  if (body === undefined) throw new CallError(answer.status, { code: 'common.internal' })
  rememberToken(body)
  return body as Output<Id>
}

/** Calls an operation that answers with a file; gives its bytes and the name the server chose. */
export async function fetchFile<Id extends OperationId>(
  id: Id,
  ...[input, options]: InputArgument<Id>
): Promise<{ blob: Blob; name: string }> {
  const answer = await fetchAnswer(requestOf(id, input), options ?? {})
  if (!answer.ok) throw noticed(errorFrom(answer.status, await answer.json().catch(() => undefined)), id)
  return { blob: await answer.blob(), name: fileName(answer.headers.get('content-disposition')) }
}

/** Method, address and body of a call; for uploads, which do not go through `fetch`. */
export function requestOf<Id extends OperationId>(id: Id, input: unknown): Request {
  const [method, path] = operationTable[id]
  return requestFor(method, path, (input ?? {}) as Record<string, unknown>)
}

/** The headers every write carries. */
export function writeHeaders(idempotencyKey?: string): Record<string, string> {
  return {
    ...(csrfToken ? { 'x-csrf-token': csrfToken } : {}),
    ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
  }
}

/** Tells the app when an error means that the session is over; gives the error back to be thrown. */
export function noticed(error: CallError, id: OperationId): CallError {
  if (error.status === 401 && id !== 'createSession' && id !== 'getMe') signedOut?.()
  return error
}

async function fetchAnswer(request: Request, options: CallOptions): Promise<Response> {
  const write = request.method !== 'GET'
  try {
    return await fetch(request.url, {
      method: request.method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(write ? writeHeaders(options.idempotencyKey) : {}),
      },
      body: request.body,
      signal: options.signal,
    })
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw offlineError()
  }
}

function rememberToken(body: unknown): void {
  const token = (body as { csrfToken?: unknown } | null)?.csrfToken
  if (typeof token === 'string') csrfToken = token
}

function fileName(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? 'download'
}
