import { bytesOfHex, hexOf, sha256 } from '#contract/sealed-votes/bytes.ts'
import { sealedBytes } from '#contract/sealed-votes/sealed-ballot.ts'
import { inUrn, type UrnTx } from '#server/platform/db/transaction.ts'
import { found, refuse } from '#server/platform/errors.ts'
import type { Platform } from '#server/platform/platform.ts'
import { isSignedByToken, tokenParts } from '../../tokens/token-key.ts'
import { mix, together } from './mix.ts'
import {
  findUrn,
  insertBallot,
  insertCancellation,
  lockSerial,
  markOf,
  standingOf,
  strikeBallot,
} from '../store.ts'

type UrnHost = Pick<Platform, 'urn' | 'keys'>

/**
 * Puts a sealed ballot into the urn, by whoever holds a token. A later one of the same token takes the place of the earlier; the same one sent again
 * does nothing more. Gives the hash of the sealed ballot: the receipt. Knows no person, keeps no time.
 */
export async function castVote(
  host: UrnHost,
  input: { voteId: string; token: string; encryptedBallot: string },
): Promise<{ receipt: string }> {
  const { serial, signature } = tokenParts(input.token)
  const sealed = bytesOfHex(input.encryptedBallot)
  await mustBeOpen(host, input.voteId)
  if (sealed.length !== sealedBytes) refuse('phone_votes.unreadable')
  await mustBeSigned(host, input.voteId, { act: 'cast', serial, signature, content: sealed })
  const hash = await sha256(sealed)
  const ballot = {
    serial: Buffer.from(serial),
    sealed: Buffer.from(sealed),
    signature: Buffer.from(signature),
    hash: Buffer.from(hash),
  }
  const unmixed = await inUrn(host.urn, async (tx) => {
    await haveToken(tx, input.voteId, serial)
    const { hash: lying, cancelledAs } = await standingOf(tx, input.voteId, serial)
    if (cancelledAs !== null) refuse('phone_votes.token_surrendered')
    if (lying !== null && ballot.hash.equals(lying)) return 0
    if ((await markOf(tx, input.voteId, hash)) !== null) refuse('phone_votes.replaced_already')
    if (lying !== null) await strikeBallot(tx, input.voteId, { serial, mark: 'replaced' })
    return (await insertBallot(tx, input.voteId, ballot)) + 1
  })
  if (unmixed >= together) await mix(host, input.voteId)
  return { receipt: hexOf(hash) }
}

/**
 * Gives a token up for paper: its ballot, if it has one, is cancelled and destroyed, and nothing is cast with it any more. Gives the code that the
 * table with the paper asks for; asked again, the same.
 */
export async function surrenderVote(
  host: UrnHost,
  input: { voteId: string; token: string },
): Promise<{ code: string }> {
  const { serial, signature } = tokenParts(input.token)
  await mustBeOpen(host, input.voteId)
  await mustBeSigned(host, input.voteId, { act: 'surrender', serial, signature, content: serial })
  const code = hexOf(await sha256(serial)).slice(0, codeDigits)
  return inUrn(host.urn, async (tx) => {
    await haveToken(tx, input.voteId, serial)
    const { cancelledAs } = await standingOf(tx, input.voteId, serial)
    if (cancelledAs !== null) return { code: cancelledAs }
    await strikeBallot(tx, input.voteId, { serial, mark: 'cancelled' })
    const cancellation = { serial: Buffer.from(serial), signature: Buffer.from(signature), code }
    await insertCancellation(tx, input.voteId, cancellation)
    return { code }
  })
}

const codeDigits = 12

// One after the other for a token, and none while the urn is closed or mixed.
async function haveToken(tx: UrnTx, voteId: string, serial: Uint8Array): Promise<void> {
  await lockSerial(tx, voteId, serial)
  if (!found(await findUrn(tx, voteId)).isOpen) refuse('phone_votes.urn_closed')
}

async function mustBeOpen(host: UrnHost, voteId: string): Promise<void> {
  const urn = found(await inUrn(host.urn, (tx) => findUrn(tx, voteId)))
  if (!urn.isOpen) refuse('phone_votes.urn_closed')
}

async function mustBeSigned(
  host: UrnHost,
  voteId: string,
  signed: Parameters<typeof isSignedByToken>[2],
): Promise<void> {
  if (!(await isSignedByToken(host.keys, voteId, signed))) refuse('phone_votes.token_refused')
}
