import type { Scan, ScanAnswer } from '#contract/events-door.ts'
import type { LocalVerdict } from './local-verdict.ts'

/** A reading as the phone keeps it: what it said itself, and the server's answer once there is one. */
export interface QueuedScan extends Scan {
  eventId: string
  deviceId: string
  said: LocalVerdict
  answer: ScanAnswer | null
}

/** The phone as it was opened at a door. */
export interface OpenedDevice {
  eventId: string
  deviceId: string
  door: string
}

/** Where readings are kept so that nothing is lost when the page is closed or the phone runs out of power. */
export interface ScanStore {
  device(eventId: string): Promise<OpenedDevice | null>
  keepDevice(device: OpenedDevice): Promise<void>
  scans(eventId: string): Promise<QueuedScan[]>
  keepScan(scan: QueuedScan): Promise<void>
}

/** Sends readings of a device; gives the answers, in any order. Throws when there is no connection. */
export type SendScans = (deviceId: string, scans: Scan[]) => Promise<readonly ScanAnswer[]>

const mostAtOnce = 50

/** The number the next reading of this device has: one more than any it has kept. */
export function nextSeq(scans: readonly QueuedScan[], deviceId: string): number {
  return scans.reduce((last, scan) => (scan.deviceId === deviceId ? Math.max(last, scan.seq) : last), 0) + 1
}

/** What has no answer yet, in the order it was read. */
export function pendingOf(scans: readonly QueuedScan[]): QueuedScan[] {
  return scans.filter((scan) => scan.answer === null).sort((a, b) => a.seq - b.seq)
}

/**
 * Sends everything that has no answer, and keeps the answers. May be cut off anywhere and begun again: a reading whose answer was lost is sent
 * again under its own nonce, and the server answers it as before. Throws what `send` throws; what was answered until then is kept.
 */
export async function sendPending(store: ScanStore, eventId: string, send: SendScans): Promise<number> {
  const pending = pendingOf(await store.scans(eventId))
  let sent = 0
  for (const deviceId of [...new Set(pending.map((scan) => scan.deviceId))]) {
    const own = pending.filter((scan) => scan.deviceId === deviceId)
    for (let at = 0; at < own.length; at += mostAtOnce) {
      const some = own.slice(at, at + mostAtOnce)
      const answers = await send(deviceId, some.map(scanOf))
      for (const scan of some) {
        const answer = answers.find((each) => each.nonce === scan.nonce)
        if (answer === undefined) continue
        await store.keepScan({ ...scan, answer })
        sent += 1
      }
    }
  }
  return sent
}

// Only what the server asks for: what the phone thought of it stays on the phone.
function scanOf({ nonce, seq, claimedAt, code, badgeNo }: QueuedScan): Scan {
  return {
    nonce,
    seq,
    ...(claimedAt === undefined ? {} : { claimedAt }),
    ...(code === undefined ? {} : { code }),
    ...(badgeNo === undefined ? {} : { badgeNo }),
  }
}
