import {
  QueryClient,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { CallError } from './call-error.ts'
import { call, type Input, type InputArgument, type OperationId, type Output } from './call.ts'
import { newIdempotencyKey } from './random.ts'

/** The one cache of answers. A refused request is not repeated; one that found no connection is, twice. */
export function newQueryClient(): QueryClient {
  const retry = (failures: number, error: Error) =>
    failures < 2 && error instanceof CallError && (error.status === 0 || error.status === 503)
  return new QueryClient({
    defaultOptions: {
      queries: { retry, staleTime: 15_000, refetchOnWindowFocus: true, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  })
}

/** The query of one GET operation, for `useQuery`, prefetching and invalidating. Its key is `[operationId, input]`. */
export function queryOf<Id extends OperationId>(id: Id, ...[input]: InputArgument<Id>) {
  return queryOptions({
    queryKey: [id, input ?? {}] as const,
    queryFn: ({ signal }) => call(id, ...([input, { signal }] as unknown as InputArgument<Id>)),
  })
}

/** Reads one operation: `{ data, error, isPending }`. The old answer stays on the screen while a new one comes. */
export function useRead<Id extends OperationId>(id: Id, ...[input]: InputArgument<Id>) {
  return useQuery({
    ...queryOf(id, ...([input] as unknown as InputArgument<Id>)),
    placeholderData: keepPreviousData,
  })
}

/** Like `useRead`, but waits until it is told to: for what depends on a choice not yet made. */
export function useReadWhen<Id extends OperationId>(ready: unknown, id: Id, ...[input]: InputArgument<Id>) {
  return useQuery({ ...queryOf(id, ...([input] as unknown as InputArgument<Id>)), enabled: Boolean(ready) })
}

/** Which reads are out of date after a write: operation ids, or everything (another person or post). */
export type Invalidates = readonly OperationId[] | 'everything'

/**
 * Writes by one operation: `act.mutate(input)`. Says which reads it outdates; these are fetched again before `onSuccess` of the caller.
 * Each attempt of the person carries one idempotency key, so a repeat after a lost connection does the work once.
 */
export function useAct<Id extends OperationId>(id: Id, { invalidates }: { invalidates: Invalidates }) {
  const client = useQueryClient()
  return useMutation<Output<Id>, Error, Input<Id>>({
    mutationKey: [id],
    mutationFn: (input) => callTwice(id, input),
    onSuccess: () => outdate(client, invalidates),
  })
}

/** Marks the answers of some operations as out of date and fetches those on the screen again. */
async function outdate(client: QueryClient, invalidates: Invalidates): Promise<void> {
  if (invalidates === 'everything') return client.invalidateQueries()
  await Promise.all(invalidates.map((id) => client.invalidateQueries({ queryKey: [id] })))
}

// The connection may break after the server did the work: the second try carries the same key and gets the same answer.
async function callTwice<Id extends OperationId>(id: Id, input: Input<Id>): Promise<Output<Id>> {
  const args = [input, { idempotencyKey: newIdempotencyKey() }] as unknown as InputArgument<Id>
  try {
    return await call(id, ...args)
  } catch (error) {
    if (!(error instanceof CallError) || error.status !== 0) throw error
    return call(id, ...args)
  }
}
