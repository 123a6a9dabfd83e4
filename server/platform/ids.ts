import { randomFillSync } from 'node:crypto'

const pool = Buffer.allocUnsafe(4096)
let used = pool.length
let lastMillisecond = 0
let sequence = 0

/** A new uuid, version 7: sorts by the time it was made. For everything except what must not tell the time (ballots, tokens). */
export function newId(): string {
  const now = Date.now()
  if (now > lastMillisecond) {
    lastMillisecond = now
    sequence = 0
  } else if (++sequence > 0xfff) {
    // 4,096 ids within one millisecond: borrow the next one, so that ids of one process never go back.
    lastMillisecond += 1
    sequence = 0
  }
  const random = randomHex(8)
  const time = lastMillisecond.toString(16).padStart(12, '0')
  const variant = ((parseInt(random.slice(0, 2), 16) & 0x3f) | 0x80).toString(16)
  return (
    `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}` +
    `-${variant}${random.slice(2, 4)}-${random.slice(4)}`
  )
}

function randomHex(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += bytes
  return pool.toString('hex', used - bytes, used)
}
