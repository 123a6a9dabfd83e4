import type { ImportRow, RowList } from '#contract/roster.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../../kit/call.ts'

const rowsAtOnce = 50

/** Rows of one tab, fifty at a time, as far as the officer has asked for them. */
export function useImportRows(question: { importId: string; outcome: RowList; q: string }) {
  const { importId, outcome, q } = question
  const answer = useInfiniteQuery({
    queryKey: ['listRosterImportRows', question],
    queryFn: ({ pageParam, signal }) =>
      call(
        'listRosterImportRows',
        {
          importId,
          outcome,
          limit: rowsAtOnce,
          ...(q ? { q } : {}),
          ...(pageParam ? { cursor: pageParam } : {}),
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  const rows: ImportRow[] | undefined = answer.data?.pages.flatMap((page) => page.items)
  return { rows, error: answer.error, hasMore: answer.hasNextPage, more: () => void answer.fetchNextPage() }
}
