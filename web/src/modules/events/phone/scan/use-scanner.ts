import { useCallback, useEffect, useRef, useState } from 'react'
import type { HeadCount } from '#contract/events-door.ts'
import { CallError } from '../../../../kit/call-error.ts'
import { call } from '../../../../kit/call.ts'
import { IndexedScanStore, type TakenAlong } from './indexed-scan-store.ts'
import { localVerdict, passCheck, readCode, type LocalVerdict } from './local-verdict.ts'
import { nextSeq, pendingOf, sendPending, type OpenedDevice, type QueuedScan } from './scan-queue.ts'

const everyMilliseconds = 15_000
const patienceMilliseconds = 2000

/** The scanning page's state and what can be done with it. */
export interface Scanner {
  /** `starting` until the phone's own memory has been read. */
  state: 'starting' | 'closed' | 'open'
  device: OpenedDevice | null
  taken: TakenAlong | null
  scans: readonly QueuedScan[]
  count: HeadCount | null
  /** What went wrong last that somebody has to know: no power over the event, a full memory; null otherwise. */
  problem: Error | null
  open(door: string): Promise<void>
  read(text: string): Promise<void>
  /** Lets somebody in who waited, if a place is free: only with a network, as only the server knows. */
  letIn(scan: QueuedScan): Promise<void>
  leaveDoor(): void
}

/** Keeps what is read, sends it as soon as there is a network, and takes along what is needed when there is none. */
export function useScanner(eventId: string): Scanner {
  const store = useRef<IndexedScanStore | null>(null)
  const [starting, setStarting] = useState(true)
  const [device, setDevice] = useState<OpenedDevice | null>(null)
  const [taken, setTaken] = useState<TakenAlong | null>(null)
  const [scans, setScans] = useState<readonly QueuedScan[]>([])
  const [count, setCount] = useState<HeadCount | null>(null)
  const [problem, setProblem] = useState<Error | null>(null)
  const sending = useRef(Promise.resolve())

  const sendOnce = useCallback(async () => {
    const kept = store.current
    if (kept === null) return
    try {
      await sendPending(kept, eventId, async (deviceId, some) => {
        const answer = await call('syncScans', { eventId, deviceId, scans: some })
        setCount(answer.count)
        return answer.answers
      })
      setProblem(null)
    } catch (error) {
      setProblem(graveOnly(error))
    }
    setScans(await kept.scans(eventId))
  }, [eventId])

  // One after the other: what is read while a round is under way goes with the next.
  const send = useCallback(() => {
    sending.current = sending.current.then(sendOnce)
    return sending.current
  }, [sendOnce])

  const refresh = useCallback(async () => {
    try {
      const fresh = await call('listOfflineEntries', { eventId })
      await store.current?.keepTakenAlong(eventId, fresh)
      setTaken(fresh)
    } catch (error) {
      setProblem(graveOnly(error))
    }
  }, [eventId])

  useEffect(() => {
    let left = false
    const start = async () => {
      const opened = await IndexedScanStore.open()
      if (left) return
      store.current = opened
      setDevice(await opened.device(eventId))
      setTaken(await opened.takenAlong(eventId))
      setScans(await opened.scans(eventId))
      setStarting(false)
      await Promise.all([refresh(), send()])
      await opened.forgetOld(Date.now())
    }
    start().catch((error: Error) => {
      setProblem(error)
      setStarting(false)
    })
    const again = () => void Promise.all([send(), refresh()])
    const timer = setInterval(again, everyMilliseconds)
    addEventListener('online', again)
    return () => {
      left = true
      clearInterval(timer)
      removeEventListener('online', again)
    }
  }, [eventId, refresh, send])

  async function open(door: string): Promise<void> {
    const opened = { eventId, ...(await call('openScanDevice', { eventId, door })) }
    await store.current?.keepDevice(opened)
    setDevice(opened)
  }

  async function read(text: string): Promise<void> {
    if (store.current === null || device === null || text.trim() === '') return
    const known = await store.current.scans(eventId)
    const scan = await scanOf(text, { device, taken, known })
    await store.current.keepScan(scan)
    // What the phone thinks is shown only when the server does not answer soon.
    const soon = setTimeout(() => setScans([...known, scan]), patienceMilliseconds)
    await send()
    clearTimeout(soon)
  }

  async function letIn(scan: QueuedScan): Promise<void> {
    if (store.current === null || device === null) return
    const { code, badgeNo } = scan
    const nonce = newNonce()
    const read = { ...(code === undefined ? {} : { code }), ...(badgeNo === undefined ? {} : { badgeNo }) }
    try {
      const answer = await call('letInWaiting', { eventId, door: device.door, nonce, ...read })
      const claimedAt = new Date().toISOString()
      await store.current.keepScan({ ...scan, nonce, claimedAt, answer })
      setScans(await store.current.scans(eventId))
    } catch (error) {
      setProblem(error as Error)
    }
  }

  const state = starting ? 'starting' : device === null ? 'closed' : 'open'
  return { state, device, taken, scans, count, problem, open, read, letIn, leaveDoor: () => setDevice(null) }
}

async function scanOf(
  text: string,
  at: { device: OpenedDevice; taken: TakenAlong | null; known: readonly QueuedScan[] },
): Promise<QueuedScan> {
  const code = readCode(text)
  const common = {
    nonce: newNonce(),
    seq: nextSeq(at.known, at.device.deviceId),
    claimedAt: new Date().toISOString(),
    eventId: at.device.eventId,
    deviceId: at.device.deviceId,
    answer: null,
  }
  if ('other' in code) return { ...common, code: code.other, said: later }
  const read = 'token' in code ? { check: await passCheck(code.token) } : code
  const said = localVerdict(read, at.taken?.entries ?? [], letInHere(at.known))
  return { ...common, ...('token' in code ? { code: text.trim() } : code), said }
}

const later: LocalVerdict = { says: 'later', badgeNo: null, door: null, at: null }

/** Whom this phone has let in by itself and not yet heard about, with the time it was. */
function letInHere(scans: readonly QueuedScan[]): Map<number, string> {
  const here = scans.filter((scan) => scan.said.says === 'let_in' || scan.answer?.outcome === 'checked_in')
  return new Map(
    here.flatMap((scan) => {
      const badgeNo = scan.answer?.badgeNo ?? scan.said.badgeNo
      return badgeNo === null ? [] : [[badgeNo, scan.answer?.checkedInAt ?? scan.claimedAt ?? ''] as const]
    }),
  )
}

/** What has no answer yet. */
export function waitingCount(scans: readonly QueuedScan[]): number {
  return pendingOf(scans).length
}

// No network is what this page is made for: only what will not pass by itself is a problem.
function graveOnly(error: unknown): Error | null {
  if (error instanceof CallError && [0, 429, 502, 503, 504].includes(error.status)) return null
  return error instanceof Error ? error : null
}

// A random uuid; `crypto.randomUUID` is missing on old phones and on plain http.
function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
