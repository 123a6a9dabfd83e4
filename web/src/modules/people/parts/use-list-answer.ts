import { useQueryClient } from '@tanstack/react-query'
import type { Output } from '../../../kit/call.ts'

/**
 * The newest answer of the member list that was read: its total and what may be done. The list page reads it; a read of its own would
 * ask the server a second time, and searches by the tail of a mobile are counted.
 */
export function useListAnswer(): () => Output<'listMembers'> | undefined {
  const client = useQueryClient()
  return () =>
    client
      .getQueryCache()
      .findAll({ queryKey: ['listMembers'], type: 'active' })
      .map((query) => query.state)
      .filter((state) => state.data !== undefined)
      .sort((a, b) => b.dataUpdatedAt - a.dataUpdatedAt)[0]?.data as Output<'listMembers'> | undefined
}
