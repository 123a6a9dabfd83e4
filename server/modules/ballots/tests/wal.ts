import type pg from 'pg'
import type { Piece } from './linking.ts'

const pageBytes = 8192n
const segmentBytes = 16n * 1024n * 1024n

/** Where the write-ahead log is now; what was committed before is on the disk. */
export async function walPosition(owner: pg.Pool): Promise<bigint> {
  await owner.query(
    `begin; set local synchronous_commit = on; select pg_logical_emit_message(true, 'test', ''); commit`,
  )
  const { rows } = await owner.query<{ lsn: string }>(`select pg_current_wal_flush_lsn() - '0/0' as lsn`)
  return BigInt(rows[0]!.lsn)
}

/** The records of the write-ahead log between two places, each with its transaction, read from its files as whoever copies the disk has them. */
export async function walBetween(owner: pg.Pool, from: bigint, to: bigint): Promise<Piece[]> {
  const { rows } = await owner.query<{ timeline: number }>(
    `select timeline_id as timeline from pg_control_checkpoint()`,
  )
  const parts: Buffer[] = []
  for (let segment = from / segmentBytes; segment * segmentBytes < to; segment += 1n) {
    const start = segment * segmentBytes
    const first = from > start ? from - start : 0n
    const last = to < start + segmentBytes ? to - start : segmentBytes
    const { rows: read } = await owner.query<{ bytes: Buffer }>(
      `select pg_read_binary_file('pg_wal/' || $1, $2, $3) as bytes`,
      [fileName(rows[0]!.timeline, segment), String(first), String(last - first)],
    )
    parts.push(withoutPageHeaders(read[0]!.bytes, start + first))
  }
  return recordsIn(Buffer.concat(parts))
}

function fileName(timeline: number, segment: bigint): string {
  const hex = (number: bigint) => number.toString(16).toUpperCase().padStart(8, '0')
  return `${hex(BigInt(timeline))}${hex(segment / 256n)}${hex(segment % 256n)}`
}

// A record goes on behind the header of the next page; the first page of a file has a longer one.
function withoutPageHeaders(bytes: Buffer, start: bigint): Buffer {
  const parts: Buffer[] = []
  for (let at = 0n; at < BigInt(bytes.length);) {
    const place = start + at
    const inPage = place % pageBytes
    const header = place % segmentBytes < pageBytes ? 40n : 24n
    const skipped = inPage < header ? header - inPage : 0n
    const end = at + pageBytes - inPage
    parts.push(bytes.subarray(Number(at + skipped), Number(end)))
    at = end
  }
  return Buffer.concat(parts)
}

function recordsIn(stream: Buffer): Piece[] {
  const records: Piece[] = []
  for (let at = 0; at + 24 <= stream.length;) {
    const length = stream.readUInt32LE(at)
    if (length < 24 || at + length > stream.length) break
    records.push({
      transaction: String(stream.readUInt32LE(at + 4)),
      bytes: stream.subarray(at, at + length),
    })
    at += Math.ceil(length / 8) * 8
  }
  return records
}
