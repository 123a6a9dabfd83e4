import { createHash } from 'node:crypto'
import { Line, Taken, type Balance, type Facts, type Quota } from './rules.ts'

/** Somebody in the published list of a draw: a random token and what the limits ask, nothing that names a person. */
export interface DrawEntry {
  token: string
  sex: 'male' | 'female'
  ageBand: string
  firstTimer: boolean
  /** Units are numbered for this draw alone; null where no quota asks for the unit. */
  unit: number | null
  turn: 1 | 2
}

/** What came of a draw for one token: a place, or a number of the waiting list. `no` counts each of the two from 1. */
export interface DrawResult {
  token: string
  outcome: 'admitted' | 'waiting'
  no: number
}

/** What a draw is decided by. */
export interface DrawInput {
  /** 32 bytes as lower-case hexadecimal. */
  seed: string
  capacity: number
  quotas: readonly Quota[]
  balance: Balance | null
  entries: readonly DrawEntry[]
}

/** The file of a draw that was held. */
export interface DrawProof extends DrawInput {
  format: 1
  eventId: string
  /** SHA-256 of the seed's 32 bytes, told when the event was published. */
  seedHash: string
  result: readonly DrawResult[]
}

/** SHA-256 of a seed's bytes, as it is told before the draw. */
export function seedHashOf(seed: string): string {
  return createHash('sha256').update(Buffer.from(seed, 'hex')).digest('hex')
}

/**
 * The draw: the same for everybody who has the seed and the list. Each token's lot is SHA-256 of the seed's 32 bytes followed by the token's
 * 16; lower lots come first, those of turn 2 behind all of turn 1. In that order places are given to the first for whom there is one; the
 * others get numbers in the same order.
 */
export function draw(input: DrawInput): DrawResult[] {
  const ordered = inDrawOrder(input)
  const limits = { capacity: input.capacity, quotas: input.quotas, balance: input.balance }
  const line = new Line(
    limits,
    ordered.map((entry) => ({ facts: factsOf(entry), who: entry.token })),
  )
  const chosen = line.fill(new Taken(0)).map(({ who }) => who)
  const admitted = new Set(chosen)
  const waiting = ordered.map(({ token }) => token).filter((token) => !admitted.has(token))
  return [
    ...chosen.map((token, at): DrawResult => ({ token, outcome: 'admitted', no: at + 1 })),
    ...waiting.map((token, at): DrawResult => ({ token, outcome: 'waiting', no: at + 1 })),
  ]
}

/** What is wrong with a proof, in words of the codes below; nothing: the draw was held as told. */
export function faultsOf(proof: DrawProof): ('seed' | 'result')[] {
  const faults: ('seed' | 'result')[] = []
  if (seedHashOf(proof.seed) !== proof.seedHash) faults.push('seed')
  if (JSON.stringify(draw(proof)) !== JSON.stringify(proof.result.map(inOrder))) faults.push('result')
  return faults
}

function inOrder({ token, outcome, no }: DrawResult): DrawResult {
  return { token, outcome, no }
}

function inDrawOrder({ seed, entries }: DrawInput): DrawEntry[] {
  const key = Buffer.from(seed, 'hex')
  return entries
    .map((entry) => ({ entry, lot: lotOf(key, entry.token) }))
    .sort((a, b) => a.entry.turn - b.entry.turn || Buffer.compare(a.lot, b.lot))
    .map(({ entry }) => entry)
}

function lotOf(seed: Buffer, token: string): Buffer {
  const bytes = Buffer.from(token.replaceAll('-', ''), 'hex')
  return createHash('sha256').update(seed).update(bytes).digest()
}

function factsOf({ sex, ageBand, firstTimer, unit, turn }: DrawEntry): Facts {
  return { sex, unionId: String(unit ?? ''), ageBand, firstTimer, turn }
}

/** The list of a draw, in the order of tokens. Units are numbered in the order in which they first occur there, which tells nothing of them. */
export function listOf(
  registrations: readonly { token: string; facts: Facts }[],
  quotas: readonly Quota[],
): { entries: DrawEntry[]; quotas: Quota[] } {
  const asksUnit = quotas.some(({ dimension }) => dimension === 'unit')
  const numbers = new Map<string, number>()
  const numberOf = (unionId: string) => {
    if (!numbers.has(unionId)) numbers.set(unionId, numbers.size + 1)
    return numbers.get(unionId)!
  }
  const entries = [...registrations]
    .sort((a, b) => (a.token < b.token ? -1 : 1))
    .map(({ token, facts: { sex, ageBand, firstTimer, unionId, turn } }): DrawEntry => ({
      token,
      sex,
      ageBand,
      firstTimer,
      unit: asksUnit ? numberOf(unionId) : null,
      turn,
    }))
  // A quota of a unit nobody registered from gets a number nobody has.
  const told = quotas.map((quota) =>
    quota.dimension === 'unit' && quota.value !== 'each'
      ? { ...quota, value: String(numberOf(quota.value)) }
      : quota,
  )
  return { entries, quotas: told }
}
