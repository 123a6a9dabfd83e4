import type { MemberFilter } from '#contract/people-records.ts'
import { useMemo } from 'react'
import { useSearchText } from '../../../kit/params.ts'

/** The filters of the member list as the address says them, in the contract’s types. */
export function useMemberFilter(): MemberFilter {
  const search = useSearchText()
  return useMemo(() => {
    const { organisationId, includeSubtree, q, kind, sex, employerId } = search
    return {
      ...(organisationId ? { organisationId } : {}),
      ...(includeSubtree === 'false' && organisationId ? { includeSubtree: false } : {}),
      ...(q ? { q } : {}),
      ...(kind === 'member' || kind === 'retained' ? { kind } : {}),
      ...(sex === 'male' || sex === 'female' ? { sex } : {}),
      ...(employerId ? { employerId } : {}),
    }
  }, [search])
}
