import type { ClaimState, ReturnCause } from '#contract/funds-payments.ts'

/** A claim that stands on no list that lives, as the next list judges it. Sums in fen. */
export interface Due {
  claimId: string
  personId: string
  grossFen: number
  taxFen: number
  netFen: number
  /** How often it stood on a list. */
  attempts: number
  /** The account on record, and who wrote it down. */
  accountId: string | null
  /** The line that was returned, when it was paid before. */
  returned: { lineId: string; accountId: string; cause: ReturnCause } | null
}

/** Claims of one payee that are paid or kept off together: those of a returned line stay together as they were. */
export interface DueTogether {
  personId: string
  state: ClaimState
  cause: ReturnCause | null
  claims: Due[]
  netFen: number
  taxFen: number
}

/**
 * What can stand on the next list, in the order the claims come. New claims of one payee make one line, differences below zero taken off; a line that
 * was returned is paid again as it was. Nobody puts what concerns themselves or a near relative (`near`) on a list, nor a claim `above` its ceiling.
 */
export function dueTogether(
  dues: readonly Due[],
  off: { near: ReadonlySet<string>; above: ReadonlySet<string> },
): DueTogether[] {
  const groups = new Map<string, Due[]>()
  for (const due of dues) {
    // What is above a ceiling holds back nothing but itself.
    const held = off.above.has(due.claimId) ? due.claimId : ''
    const key = `${due.personId}/${due.returned?.lineId ?? ''}/${held}`
    groups.set(key, [...(groups.get(key) ?? []), due])
  }
  return [...groups.values()].map((claims) => {
    const { personId, returned } = claims[0]!
    const sum = (of: (due: Due) => number) => claims.reduce((so, each) => so + of(each), 0)
    return {
      personId,
      claims,
      cause: returned?.cause ?? null,
      netFen: sum((each) => each.netFen),
      // The tax of a returned line went to the tax office when it was first paid.
      taxFen: returned === null ? sum((each) => each.taxFen) : 0,
      state: stateOf(claims, { ...off, netFen: sum((each) => each.netFen) }),
    }
  })
}

// A fault of the bank’s is tried again with the same account; one of the account’s needs another.
function stateOf(
  claims: readonly Due[],
  { near, above, netFen }: { near: ReadonlySet<string>; above: ReadonlySet<string>; netFen: number },
): ClaimState {
  const { personId, accountId, returned } = claims[0]!
  if (near.has(personId)) return 'own'
  if (claims.some(({ claimId }) => above.has(claimId))) return 'above_ceiling'
  if (netFen <= 0) return 'owes'
  if (accountId === null) return 'no_account'
  if (returned === null) return 'ready'
  return returned.cause !== 'other' && returned.accountId === accountId ? 'account_returned' : 'again'
}
