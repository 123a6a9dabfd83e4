import { bytesOfHex, hexOf, joined, sha256 } from '#contract/sealed-votes/bytes.ts'
import { sealBallot, type Marks } from '#contract/sealed-votes/sealed-ballot.ts'
import {
  finishToken,
  requestToken,
  signAct,
  type Token,
  type TokenAct,
} from '#contract/sealed-votes/tokens.ts'
import { call } from '../../../kit/call.ts'

/** What this device keeps of one vote: never what was chosen. */
export interface HeldToken {
  /** Hexadecimal; `secret` is missing while the answer of the roll is not there yet. */
  serial: string
  /** The token key the roll answered with; the board must show everybody the same. */
  tokenKey: string
  blind?: string
  blinded?: string
  secret?: string
  /** Receipts of what was cast, the last one last. */
  receipts: string[]
  /** The code for the table with the paper, once the token was given up. */
  surrendered?: string
}

const keyOf = (voteId: string) => `gonghui.vote.${voteId}`

/** The token this device holds for a vote, complete or begun; null where it holds none. */
export function heldToken(voteId: string): HeldToken | null {
  try {
    const text = localStorage.getItem(keyOf(voteId))
    return text === null ? null : (JSON.parse(text) as HeldToken)
  } catch {
    // Storage is off, as in some private windows: such a device can hold nothing.
    return null
  }
}

/** Whether this device can keep a token at all. */
export function canHold(): boolean {
  try {
    localStorage.setItem('gonghui.vote.try', '1')
    localStorage.removeItem('gonghui.vote.try')
    return true
  } catch {
    return false
  }
}

function keep(voteId: string, held: HeldToken): void {
  localStorage.setItem(keyOf(voteId), JSON.stringify(held))
}

/**
 * Draws the token. What the device needs to finish is kept before anything is sent, so that an answer that was lost can be asked for again.
 * @throws Error when the answer was not made with the published key.
 */
export async function drawToken(voteId: string, tokenKey: string): Promise<void> {
  const before = heldToken(voteId)
  if (before?.secret) return
  if (!before) {
    const made = requestToken()
    keep(voteId, {
      serial: hexOf(made.serial),
      tokenKey,
      blind: hexOf(made.blind),
      blinded: hexOf(made.blinded),
      receipts: [],
    })
  }
  const begun = heldToken(voteId)!
  const request = {
    serial: bytesOfHex(begun.serial),
    blind: bytesOfHex(begun.blind!),
    blinded: bytesOfHex(begun.blinded!),
  }
  const answer = await call('issueBallotToken', { voteId, blinded: begun.blinded! })
  const token = finishToken(
    request,
    { evaluated: bytesOfHex(answer.evaluated), proof: bytesOfHex(answer.proof) },
    bytesOfHex(begun.tokenKey),
  )
  keep(voteId, { serial: begun.serial, tokenKey: begun.tokenKey, secret: hexOf(token.secret), receipts: [] })
}

/**
 * Whether the token was drawn with the key the board shows everybody. A key for one voter alone would mark that voter's ballot: such a token is not
 * used.
 */
export function hasKeyOfBoard(held: HeldToken, board: { tokenKey: string }): boolean {
  return held.tokenKey === board.tokenKey
}

/**
 * Seals marks and casts them; gives the receipt. Cast again, the last one counts.
 * @throws Error when the token was drawn with another key than the board shows.
 */
export async function castMarks(
  vote: { id: string; committeeKey: string; tokenKey: string },
  marks: Marks,
): Promise<string> {
  const held = heldToken(vote.id)!
  if (!hasKeyOfBoard(held, vote)) throw new Error('The token was drawn with another key than the board shows')
  const token = tokenOf(held)
  const sealed = await sealBallot(
    bytesOfHex(vote.committeeKey),
    { voteId: vote.id, serial: token.serial },
    marks,
  )
  await aMoment()
  const signed = await signedWith(token, 'cast', { voteId: vote.id, content: sealed })
  await call('castVote', { voteId: vote.id, token: signed, encryptedBallot: hexOf(sealed) })
  // Computed here and not taken from the answer: the receipt is of what this device sealed.
  const receipt = hexOf(await sha256(sealed))
  keep(vote.id, { ...held, receipts: [...held.receipts, receipt] })
  return receipt
}

/** Gives the token up for paper; gives the code for the table. */
export async function giveUp(voteId: string): Promise<string> {
  const held = heldToken(voteId)!
  const token = tokenOf(held)
  const signed = await signedWith(token, 'surrender', { voteId, content: token.serial })
  const { code } = await call('surrenderVote', { voteId, token: signed })
  keep(voteId, { ...held, surrendered: code })
  return code
}

/** The token as text, to be kept elsewhere or brought to another device. */
export function copyOfToken(voteId: string): string {
  const held = heldToken(voteId)!
  return `${held.serial}${held.secret ?? ''}${held.tokenKey}`
}

/** Takes a token from its text; false for anything else. Whether it is one of this vote the urn says when it is used. */
export function takeToken(voteId: string, text: string): boolean {
  const digits = text.replace(/\s/g, '').toLowerCase()
  if (!/^[0-9a-f]{256}$/.test(digits)) return false
  const [serial, secret, tokenKey] = [digits.slice(0, 64), digits.slice(64, 192), digits.slice(192)]
  keep(voteId, { serial, secret, tokenKey, receipts: [] })
  return true
}

function tokenOf(held: HeldToken): Token {
  return { serial: bytesOfHex(held.serial), secret: bytesOfHex(held.secret!) }
}

async function signedWith(
  token: Token,
  act: TokenAct,
  about: Parameters<typeof signAct>[2],
): Promise<string> {
  return hexOf(joined(token.serial, await signAct(token, act, about)))
}

// Up to two seconds of chance: somebody who sees a thumb go down shall not know which line came in then.
function aMoment(): Promise<void> {
  const wait = (crypto.getRandomValues(new Uint16Array(1))[0] ?? 0) % 2000
  return new Promise((resolve) => setTimeout(resolve, wait))
}
