import type { Bulletin } from '#contract/reports-bulletins.ts'
import { useParam } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'

/** The bulletin of the address; undefined while it comes. */
export function useBulletin(): { bulletin: Bulletin | undefined; error: Error | null } {
  const bulletinId = useParam('bulletinId')
  const { data, error } = useRead('getBulletin', { bulletinId })
  return { bulletin: data?.id === bulletinId ? data : undefined, error }
}
