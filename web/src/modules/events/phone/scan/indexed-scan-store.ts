import type { Output } from '../../../../kit/call.ts'
import type { OpenedDevice, QueuedScan, ScanStore } from './scan-queue.ts'

/** What the phone took along of an event. */
export type TakenAlong = Output<'listOfflineEntries'>

interface KeptEntries {
  eventId: string
  taken: TakenAlong
}

const stores = { devices: 'eventId', scans: 'nonce', entries: 'eventId' } as const
type StoreName = keyof typeof stores
// After this long what was read has been sent, or nobody waits for it.
const keptMilliseconds = 3 * 86_400_000

/** The readings and what the phone took along, in this browser's own database: closing the page or running out of power loses nothing. */
export class IndexedScanStore implements ScanStore {
  readonly #database: IDBDatabase

  private constructor(database: IDBDatabase) {
    this.#database = database
  }

  /** Opens it; throws where the browser keeps nothing (some private windows). */
  static async open(): Promise<IndexedScanStore> {
    const request = indexedDB.open('gonghui-door', 1)
    request.onupgradeneeded = () => {
      for (const name of Object.keys(stores) as StoreName[])
        request.result.createObjectStore(name, { keyPath: stores[name] })
    }
    return new IndexedScanStore(await settled(request))
  }

  async device(eventId: string): Promise<OpenedDevice | null> {
    return (await this.#get<OpenedDevice>('devices', eventId)) ?? null
  }

  async keepDevice(device: OpenedDevice): Promise<void> {
    await this.#put('devices', device)
  }

  async scans(eventId: string): Promise<QueuedScan[]> {
    const store = this.#database.transaction('scans').objectStore('scans')
    const all = await settled<QueuedScan[]>(store.getAll())
    return all.filter((scan) => scan.eventId === eventId)
  }

  async keepScan(scan: QueuedScan): Promise<void> {
    await this.#put('scans', scan)
  }

  async takenAlong(eventId: string): Promise<TakenAlong | null> {
    return (await this.#get<KeptEntries>('entries', eventId))?.taken ?? null
  }

  async keepTakenAlong(eventId: string, taken: TakenAlong): Promise<void> {
    await this.#put('entries', { eventId, taken })
  }

  /** Clears away what belongs to events that ended days ago. What waits to be sent stays. */
  async forgetOld(nowMs: number): Promise<void> {
    const entries = await settled<KeptEntries[]>(
      this.#database.transaction('entries').objectStore('entries').getAll(),
    )
    for (const { eventId, taken } of entries) {
      if (Date.parse(taken.endsAt) + keptMilliseconds > nowMs) continue
      const scans = await this.scans(eventId)
      if (scans.some((scan) => scan.answer === null)) continue
      const forget = this.#database.transaction(['devices', 'scans', 'entries'], 'readwrite')
      forget.objectStore('devices').delete(eventId)
      for (const scan of scans) forget.objectStore('scans').delete(scan.nonce)
      await settled(forget.objectStore('entries').delete(eventId))
    }
  }

  #get<T>(name: StoreName, key: string): Promise<T | undefined> {
    return settled<T | undefined>(this.#database.transaction(name).objectStore(name).get(key))
  }

  // Resolved when the transaction is on the disk, not only asked for.
  #put(name: StoreName, value: object): Promise<void> {
    return new Promise((done, failed) => {
      const transaction = this.#database.transaction(name, 'readwrite')
      transaction.objectStore(name).put(value)
      transaction.oncomplete = () => done()
      transaction.onerror = () => failed(transaction.error ?? new Error('not kept'))
      transaction.onabort = () => failed(transaction.error ?? new Error('not kept'))
    })
  }
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error ?? new Error('not read'))
  })
}
