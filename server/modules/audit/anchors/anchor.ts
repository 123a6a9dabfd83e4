import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { deriveKey, type MasterKeys } from '#server/platform/crypto.ts'

/** The head of one chain: its last entry's number, and that entry's hash in hex. */
export interface ChainHead {
  chain: number
  seq: number
  hash: string
}

/** What an anchor says: the newest seal, the heads of all chains below it, and who was erased since a while before the anchor before it. */
export interface AnchorFacts {
  tenant: { id: string; code: string; name: string }
  number: number
  /** ISO 8601, UTC. */
  madeAt: string
  /** The anchor before this one, null for the first. */
  previous: { number: number; digest: string } | null
  seal: { number: number; sealedAt: string; entries: number; hash: string }
  heads: readonly ChainHead[]
  erasures: readonly { personId: string; erasedAt: string }[]
}

/** A whole anchor as it was read: its facts, the digest over all of them (hex), and the code that only this installation's key makes. */
export interface Anchor extends AnchorFacts {
  digest: string
  mac: string
}

const format = 1

/** The text of an anchor file: JSON lines, the last of which holds the digest and the code over all lines before it. */
export function writeAnchor(keys: MasterKeys, facts: AnchorFacts): { text: string; digest: string } {
  const { tenant, number, madeAt, previous, seal, heads, erasures } = facts
  const lines = [
    { kind: 'anchor', format, tenant, number, madeAt, previous },
    { kind: 'seal', ...seal },
    ...heads.map((head) => ({ kind: 'head', ...head })),
    ...erasures.map((erasure) => ({ kind: 'erasure', ...erasure })),
  ]
  const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  const digest = createHash('sha256').update(body).digest('hex')
  const end = { kind: 'end', lines: lines.length, digest, mac: macOf(keys, tenant.id, digest) }
  return { text: `${body}${JSON.stringify(end)}\n`, digest }
}

/** The anchor in the text of a file; or, as a sentence, why it is none: of a newer format, cut off, or not what it was when it was written. */
export function parseAnchor(text: string): Anchor | string {
  const lines = text.split('\n').filter((line) => line !== '')
  const read = lines.map(parseLine)
  const [first, seal] = read
  const end = read.at(-1)
  if (first?.kind !== 'anchor') return 'It is not an anchor of Gonghui.'
  if (first.format !== format) return 'It was written by a newer Gonghui: read it with that version.'
  const body = text.slice(0, text.lastIndexOf('\n', text.trimEnd().length - 1) + 1)
  const digest = createHash('sha256').update(body).digest('hex')
  if (seal?.kind !== 'seal' || end?.kind !== 'end' || end.lines !== lines.length - 1 || end.digest !== digest)
    return 'It is damaged or was changed: its lines do not give its digest.'
  return {
    ...withoutKind<Pick<AnchorFacts, 'tenant' | 'number' | 'madeAt' | 'previous'>>(first),
    seal: withoutKind<AnchorFacts['seal']>(seal),
    heads: read.filter(({ kind }) => kind === 'head').map((line) => withoutKind<ChainHead>(line)),
    erasures: read
      .filter(({ kind }) => kind === 'erasure')
      .map((line) => withoutKind<AnchorFacts['erasures'][number]>(line)),
    digest,
    mac: String(end.mac),
  }
}

/** Whether the anchor was written with this installation's key file: somebody without it cannot make one that passes. */
export function isOurs(keys: MasterKeys, anchor: Anchor): boolean {
  const expected = Buffer.from(macOf(keys, anchor.tenant.id, anchor.digest))
  const found = Buffer.from(anchor.mac)
  return expected.length === found.length && timingSafeEqual(expected, found)
}

interface Line extends Record<string, unknown> {
  kind: string
}

function parseLine(line: string): Line {
  try {
    return JSON.parse(line) as Line
  } catch {
    return { kind: 'unreadable' }
  }
}

function withoutKind<T>({ kind: _kind, format: _format, ...facts }: Line): T {
  return facts as T
}

function macOf(keys: MasterKeys, tenantId: string, digest: string): string {
  return createHmac('sha256', deriveKey(keys, `audit anchor ${tenantId}`))
    .update(digest)
    .digest('hex')
}
