import type pg from 'pg'

/** What lies on the disk at one moment, as a backup or the data directory shows it: rows with the transaction and the place they were written in. */
export interface Evidence {
  roll: { entryNo: number; hasToken: boolean; xmin: string; ctid: string }[]
  urn: { serial: string; xmin: string; ctid: string }[]
}

/** Looks at everything about a vote as the owner of the database, past all roles. */
export async function lookAt(owner: pg.Pool, voteId: string): Promise<Evidence> {
  const roll = await owner.query<Evidence['roll'][number]>(
    `select entry_no as "entryNo", has_token as "hasToken", xmin::text, ctid::text from phone_vote_voters where vote_id = $1 order by ctid`,
    [voteId],
  )
  const urn = await owner.query<Evidence['urn'][number]>(
    `select encode(serial, 'hex') as serial, xmin::text, ctid::text from urn.ballots where vote_id = $1 order by ctid`,
    [voteId],
  )
  return { roll: roll.rows, urn: urn.rows }
}

/**
 * The linking program: from evidence taken after every act (a backup each minute is less) it guesses which ballot is whose. A common transaction
 * or a common moment gives the link away; where there is neither, it pairs the order of drawing with the order of casting.
 */
export function link(moments: readonly Evidence[]): Map<number, string> {
  const drawn: { entryNo: number; xmin: string; at: number }[] = []
  const cast: { serial: string; xmin: string; at: number }[] = []
  const knownRoll = new Set<number>()
  const knownUrn = new Set<string>()
  for (const [at, { roll, urn }] of moments.entries()) {
    for (const { entryNo, hasToken, xmin } of roll)
      if (hasToken && !knownRoll.has(entryNo)) {
        knownRoll.add(entryNo)
        drawn.push({ entryNo, xmin, at })
      }
    for (const { serial, xmin } of urn)
      if (!knownUrn.has(serial)) {
        knownUrn.add(serial)
        cast.push({ serial, xmin, at })
      }
  }
  const guesses = new Map<number, string>()
  for (const [rank, one] of drawn.entries()) {
    const sameTransaction = cast.find(({ xmin }) => xmin === one.xmin)
    const sameMoment = cast.find(({ at }) => at === one.at)
    const guess = sameTransaction ?? sameMoment ?? cast[rank]
    if (guess !== undefined) guesses.set(one.entryNo, guess.serial)
  }
  return guesses
}

/** The same from what lies there at the end alone: places on the disk, and transactions, in their order. */
export function linkByPlace(last: Evidence, by: 'ctid' | 'xmin'): Map<number, string> {
  const place = (text: string) => (by === 'xmin' ? [Number(text)] : text.slice(1, -1).split(',').map(Number))
  const sorted = <T extends { ctid: string; xmin: string }>(rows: readonly T[]) =>
    rows.toSorted((a, b) => {
      const [one, other] = [place(a[by]), place(b[by])]
      return one[0]! - other[0]! || (one[1] ?? 0) - (other[1] ?? 0)
    })
  const cast = sorted(last.urn)
  return new Map(
    sorted(last.roll).flatMap(({ entryNo }, rank) => (cast[rank] ? [[entryNo, cast[rank].serial]] : [])),
  )
}
