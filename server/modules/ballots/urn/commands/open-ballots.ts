import { randomInt } from 'node:crypto'
import type { Bytes } from '#contract/sealed-votes/bytes.ts'
import { openBallot } from '#contract/sealed-votes/sealed-ballot.ts'
import { inUrn } from '#server/platform/db/transaction.ts'
import type { Platform } from '#server/platform/platform.ts'
import {
  closeUrn,
  destroyBallots,
  findUrn,
  insertOpened,
  insertUrn,
  lockUrn,
  lyingBallots,
  markVoid,
  openedBallots,
  rewriteBallots,
} from '../store.ts'

type UrnHost = Pick<Platform, 'urn'>

/** Sets up the urn of a vote; done again it changes nothing. */
export async function setUpUrn(
  { urn }: UrnHost,
  vote: { voteId: string; tenantId: string; committeeKey: Buffer; names: number },
): Promise<void> {
  await inUrn(urn, (tx) => insertUrn(tx, vote))
}

/** Closes the urn once every cast under way has ended, and writes all ballots anew in random order. Done again it changes nothing. */
export async function closeAndMix({ urn }: UrnHost, voteId: string): Promise<void> {
  await inUrn(urn, async (tx) => {
    await lockUrn(tx, voteId)
    if ((await findUrn(tx, voteId))?.isOpen !== true) return
    await closeUrn(tx, voteId)
    await rewriteBallots(tx, voteId, 'all')
  })
}

/** Opens the ballots of a closed urn with the committee's secret and keeps them in an order of chance. Done again it changes nothing. */
export async function openBallots(
  { urn }: UrnHost,
  voteId: string,
  committeeSecret: Bytes,
): Promise<(readonly number[] | null)[]> {
  return inUrn(urn, async (tx) => {
    await lockUrn(tx, voteId)
    const before = await openedBallots(tx, voteId)
    const box = await findUrn(tx, voteId)
    if (before.length > 0 || box === undefined || box.isOpen) return before
    const marks: (readonly number[] | null)[] = []
    for (const { serial, sealed } of await lyingBallots(tx, voteId)) {
      // Destroyed after it was counted: it is never opened again.
      if (sealed === null) continue
      const place = { voteId, serial: new Uint8Array(serial) }
      marks.push(
        await openBallot(committeeSecret, place, { sealed: new Uint8Array(sealed), names: box.names }),
      )
    }
    await insertOpened(tx, voteId, shuffled(marks))
    return marks
  })
}

/** Closes an urn that can never be opened, and says for good that every ballot in it is void. Where none was set up it does nothing. */
export async function voidUrn({ urn }: UrnHost, voteId: string): Promise<void> {
  await closeAndMix({ urn }, voteId)
  await inUrn(urn, async (tx) => {
    await lockUrn(tx, voteId)
    await markVoid(tx, voteId)
  })
}

/** Destroys the ballots of a closed urn for good; done again it changes nothing. An urn that is open is left alone. */
export async function emptyUrn({ urn }: UrnHost, voteId: string): Promise<void> {
  await inUrn(urn, async (tx) => {
    await lockUrn(tx, voteId)
    await destroyBallots(tx, voteId)
  })
}

function shuffled<T>(items: readonly T[]): T[] {
  const order = [...items]
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1)
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
  return order
}
