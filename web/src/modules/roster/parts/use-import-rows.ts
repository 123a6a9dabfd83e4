import type { ImportRow, RowList } from '#contract/roster.ts'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, type Input } from '../../../kit/call.ts'

const rowsAtOnce = 50

interface Question {
  importId: string
  outcome: RowList
  q: string
}

/**
 * The rows of one list, fifty at a time. They stay where they are while the officer works on them: what was settled is put in its
 * place (`put`) and leaves the list only when it is opened anew.
 */
export function useImportRows({ importId, outcome, q }: Question) {
  const [settled, settle] = useState<ReadonlyMap<number, ImportRow>>(new Map())
  const answer = useInfiniteQuery({
    queryKey: ['listRosterImportRows', { importId, outcome, q }] as const,
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
    staleTime: Infinity,
    gcTime: 0,
  })
  return {
    rows: answer.data?.pages.flatMap((page) => page.items).map((row) => settled.get(row.rowId) ?? row),
    error: answer.error,
    more: answer.hasNextPage ? () => void answer.fetchNextPage() : undefined,
    put: (row: ImportRow) => settle((before) => new Map(before).set(row.rowId, row)),
  }
}

export type Fix = Omit<Input<'fixRosterImportRow'>, 'importId'>

/** Settles a row; only the counts are read again, so that the grid does not move under the officer’s hands. */
export function useFix(importId: string): (fix: Fix) => Promise<ImportRow> {
  const client = useQueryClient()
  return async (fix) => {
    const row = await call('fixRosterImportRow', { importId, ...fix })
    void client.invalidateQueries({ queryKey: ['getRosterImport'] })
    return row
  }
}

/** The row after a fix with its cells kept: the server leaves them away once a row does not wait any more. */
export function withCells(
  before: ImportRow,
  after: ImportRow,
  typed: Readonly<Record<string, string>>,
): ImportRow {
  if (after.cells.length > 0) return after
  const kept = before.cells.map((cell) => ({ ...cell, text: typed[cell.field] ?? cell.text }))
  return { ...after, cells: kept }
}

/** Whether a row still waits for the officer. */
export function waits(row: Pick<ImportRow, 'bucket'>): boolean {
  return row.bucket === 'review' || row.bucket === 'rejected'
}
