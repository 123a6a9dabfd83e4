import { createHash } from 'node:crypto'
import { hexOf, sha256 } from '#contract/sealed-votes/bytes.ts'
import type { BoardLine } from '#contract/phone-votes.ts'
import { inUrn, type UrnTx } from '#server/platform/db/transaction.ts'
import type { Platform } from '#server/platform/platform.ts'
import { isSignedByToken } from '../tokens/token-key.ts'
import { cancellations, findUrn, lyingBallots, markOf, struckBallots, type KeptBallot } from './store.ts'

/** The public board: every hash that ever lay in the urn and how it stands, by hash, so that nothing tells the order. */
export interface Board {
  lines: BoardLine[]
  live: number
  replaced: number
  cancelled: number
  /** Tokens given up, with a ballot or before one was cast. */
  surrendered: number
  /** SHA-256 over the lines: says in one word that two boards are the same. */
  digest: string
}

/** The board of a vote; undefined before its urn opened. */
export async function boardOf({ urn }: Pick<Platform, 'urn'>, voteId: string): Promise<Board | undefined> {
  return inUrn(urn, async (tx) => {
    const found = await findUrn(tx, voteId)
    return found === undefined ? undefined : boardIn(tx, voteId, markOfLying(found))
  })
}

// A ballot in an urn that can never be opened stands there as void.
function markOfLying({ isVoid }: { isVoid: boolean }): 'live' | 'void' {
  return isVoid ? 'void' : 'live'
}

async function boardIn(tx: UrnTx, voteId: string, lying: 'live' | 'void'): Promise<Board> {
  const struck = await struckBallots(tx, voteId)
  const lines: BoardLine[] = [
    ...(await lyingBallots(tx, voteId)).map(({ hash }) => ({ hash: hexOf(hash), mark: lying })),
    ...struck.map(({ hash, mark }) => ({ hash: hexOf(hash), mark })),
  ].sort((a, b) => (a.hash < b.hash ? -1 : 1))
  const count = (mark: BoardLine['mark']) => lines.filter((line) => line.mark === mark).length
  return {
    lines,
    live: count('live'),
    replaced: count('replaced'),
    cancelled: count('cancelled'),
    surrendered: (await cancellations(tx, voteId)).length,
    digest: digestOf(lines),
  }
}

/** The one word of a board's lines, as anybody can compute it: `hash mark` and a line feed for each, by hash. */
function digestOf(lines: readonly BoardLine[]): string {
  const digest = createHash('sha256')
  for (const { hash, mark } of lines) digest.update(`${hash} ${mark}\n`)
  return digest.digest('hex')
}

/** How the hash of a receipt stands on the board; null: it is not there. Tells nothing of the choice. */
export async function findReceipt(
  { urn }: Pick<Platform, 'urn'>,
  voteId: string,
  receipt: string,
): Promise<BoardLine['mark'] | null> {
  return inUrn(urn, (tx) => markOf(tx, voteId, Buffer.from(receipt, 'hex')))
}

/** What is wrong with an urn, seen against the last copy of its board that went outside. */
export interface UrnFault {
  kind:
    | 'not_a_ballot'
    | 'removed'
    | 'came_back'
    | 'not_signed'
    | 'cancelled_unsigned'
    | 'replaced_by_nothing'
    | 'more_than_tokens'
  hash: string | null
}

/**
 * Compares the urn with a copy of its board and checks every ballot and cancellation by the token key. Whoever lacks that key and removes, changes
 * or adds anything that the copy covers is found; a ballot added or changed later is found too, one that was cast and removed since the copy only by
 * its voter's receipt. Of ballots that were destroyed the hashes and their number can still be compared.
 */
export async function checkUrn(
  { urn, keys }: Pick<Platform, 'urn' | 'keys'>,
  voteId: string,
  known: { lines: readonly BoardLine[]; issued: number; isDestroyed: boolean },
): Promise<UrnFault[]> {
  const { box, lying, struck, given } = await inUrn(urn, async (tx) => ({
    box: (await findUrn(tx, voteId)) ?? { isVoid: false },
    lying: await lyingBallots(tx, voteId),
    struck: await struckBallots(tx, voteId),
    given: await cancellations(tx, voteId),
  }))
  const faults: UrnFault[] = []
  const standing = new Map(struck.map(({ hash, mark }) => [hexOf(hash), mark as BoardLine['mark']]))
  const heldBy = new Set<string>()
  for (const ballot of lying) {
    const name = hexOf(ballot.hash)
    heldBy.add(hexOf(ballot.serial))
    if (standing.has(name)) faults.push({ kind: 'came_back', hash: name })
    standing.set(name, markOfLying(box))
    faults.push(...(await faultsOfBallot(keys, voteId, { ballot, isDestroyed: known.isDestroyed })))
  }
  for (const { serial, signature } of given) {
    heldBy.add(hexOf(serial))
    const signed = { act: 'surrender' as const, serial, signature, content: serial }
    if (!(await isSignedByToken(keys, voteId, signed)))
      faults.push({ kind: 'cancelled_unsigned', hash: null })
  }
  for (const { serial, hash } of struck)
    if (!heldBy.has(hexOf(serial))) faults.push({ kind: 'replaced_by_nothing', hash: hexOf(hash) })
  for (const { hash, mark } of known.lines) {
    const now = standing.get(hash)
    if (now === undefined) faults.push({ kind: 'removed', hash })
    else if (mark !== 'live' && now !== mark) faults.push({ kind: 'came_back', hash })
  }
  if (heldBy.size > known.issued) faults.push({ kind: 'more_than_tokens', hash: null })
  return faults
}

/** What is wrong with one live ballot by itself. Of one that was destroyed in its time nothing can be said any more. */
async function faultsOfBallot(
  keys: Platform['keys'],
  voteId: string,
  { ballot, isDestroyed }: { ballot: KeptBallot; isDestroyed: boolean },
): Promise<UrnFault[]> {
  const { serial, sealed, signature } = ballot
  const hash = hexOf(ballot.hash)
  if (sealed === null) return isDestroyed ? [] : [{ kind: 'not_a_ballot', hash }]
  const isOfHash = hexOf(await sha256(new Uint8Array(sealed))) === hash
  const isSigned = await isSignedByToken(keys, voteId, { act: 'cast', serial, signature, content: sealed })
  return [
    ...(isOfHash ? [] : [{ kind: 'not_a_ballot', hash } as const]),
    ...(isSigned ? [] : [{ kind: 'not_signed', hash } as const]),
  ]
}
