import type { Me } from '#contract/sessions.ts'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from './query.ts'

/** The person signed in; pages inside a shell are drawn only once this is known. */
export function useMe(): Me {
  const me = useQuery(meQuery())
  if (!me.data) throw new Error('A page was drawn before the person was known')
  return me.data
}

/** Whether the appointment in use holds a permission somewhere. Which rows it may touch, the server decides and sends as `can`. */
export function useMay(permission: string): boolean {
  return useMe().permissions.includes(permission)
}

/** The query behind `useMe`. */
export function meQuery() {
  return { ...queryOf('getMe'), staleTime: 60_000, retry: false }
}
