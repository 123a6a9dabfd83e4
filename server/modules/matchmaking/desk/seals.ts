import { deriveKey, open, randomBytes, seal } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** What one side of an introduction has said so far. */
export type SealedAnswer = 'waiting' | 'yes' | 'no'

const codes: readonly SealedAnswer[] = ['waiting', 'yes', 'no']
const idBytes = 16
const plainBytes = 48

/**
 * Seals one side's answer: always the same length, whatever it says and whether it was said. It is bound to introduction and person, so
 * that rows cannot be swapped.
 */
export function sealAnswer(
  tx: Tx,
  side: { introductionId: string; personId: string; answer: SealedAnswer },
): Buffer {
  const plain = randomBytes(plainBytes)
  plain[0] = codes.indexOf(side.answer)
  idOf(side.personId).copy(plain, 1)
  return seal(keyOf(tx, side.introductionId), plain)
}

/** Opens one side's answer. Throws when the row was altered or belongs to somebody else. */
export function openAnswer(
  tx: Tx,
  side: { introductionId: string; personId: string; sealed: Buffer },
): SealedAnswer {
  const plain = open(keyOf(tx, side.introductionId), side.sealed)
  if (!plain.subarray(1, 1 + idBytes).equals(idOf(side.personId)))
    throw new Error('the answer of an introduction belongs to another person')
  const answer = codes[plain[0]!]
  if (answer === undefined) throw new Error('the answer of an introduction is none')
  return answer
}

function keyOf(tx: Tx, introductionId: string): Buffer {
  return deriveKey(tx.keys, `introduction ${tx.tenantId} ${introductionId}`)
}

function idOf(personId: string): Buffer {
  return Buffer.from(personId.replaceAll('-', ''), 'hex')
}
