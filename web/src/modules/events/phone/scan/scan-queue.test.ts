import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import type { OfflineEntry, Scan, ScanAnswer } from '#contract/events-door.ts'
import { localVerdict, passCheck, readCode } from './local-verdict.ts'
import { nextSeq, pendingOf, sendPending, type QueuedScan, type ScanStore } from './scan-queue.ts'

/** What IndexedDB keeps, in a map; `losesPowerAfter` writes everything stops. */
function storeOf(scans: readonly QueuedScan[], losesPowerAfter = Infinity): ScanStore {
  const kept = new Map(scans.map((scan) => [scan.nonce, scan]))
  let writes = 0
  return {
    device: () => Promise.resolve(null),
    keepDevice: () => Promise.resolve(),
    scans: () => Promise.resolve([...kept.values()]),
    keepScan: (scan) => {
      if (++writes > losesPowerAfter) return Promise.reject(new Error('no power'))
      kept.set(scan.nonce, scan)
      return Promise.resolve()
    },
  }
}

const scan = (number: number): QueuedScan => ({
  nonce: `nonce-${number}`,
  seq: number,
  eventId: 'event',
  deviceId: number % 3 === 0 ? 'second' : 'first',
  badgeNo: 1 + (number % 7),
  said: { says: 'let_in', badgeNo: 1 + (number % 7), door: null, at: null },
  answer: null,
})

/** A server that counts each badge number once and answers a nonce as before, as the real one does. */
function server() {
  const answers = new Map<string, ScanAnswer>()
  const came = new Set<number>()
  let calls = 0
  const take = (scans: readonly Scan[]): ScanAnswer[] =>
    scans.map((each) => {
      const outcome = came.has(each.badgeNo!) ? 'already' : 'checked_in'
      came.add(each.badgeNo!)
      const fresh = {
        outcome,
        reason: null,
        badgeNo: each.badgeNo!,
        door: '东门',
        checkedInAt: null,
      } as const
      const answer = answers.get(each.nonce) ?? { nonce: each.nonce, ...fresh }
      answers.set(each.nonce, answer)
      return answer
    })
  return { take, came, answers, calls: () => ++calls }
}

test('a queue that is cut off anywhere and begun again counts everybody once and loses nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 130 }),
      fc.array(fc.integer({ min: 0, max: 80 }), { maxLength: 5 }),
      async (count, breaks) => {
        const desk = server()
        let kept = Array.from({ length: count }, (_, at) => scan(at + 1))
        for (const power of breaks) {
          const store = storeOf(kept, power)
          // The server has done its work when the phone dies: the answers are lost, the readings are not.
          await sendPending(store, 'event', (_, some) => Promise.resolve(desk.take(some))).catch(() => 0)
          kept = await store.scans('event')
        }
        const last = storeOf(kept)
        await sendPending(last, 'event', (_, some) => Promise.resolve(desk.take(some)))
        const done = await last.scans('event')
        assert.equal(pendingOf(done).length, 0)
        assert.equal(done.length, count)
        assert.equal(desk.came.size, Math.min(count, 7))
        const entered = done.filter((each) => each.answer!.outcome === 'checked_in').length
        assert.equal(entered, desk.came.size)
        for (const each of done) assert.deepEqual(each.answer, desk.answers.get(each.nonce))
      },
    ),
  )
})

test('without a connection everything stays, in the order it was read', async () => {
  const store = storeOf([scan(3), scan(1), scan(2)])
  await assert.rejects(
    sendPending(store, 'event', () => Promise.reject(new Error('offline'))),
    /offline/,
  )
  assert.deepEqual(
    pendingOf(await store.scans('event')).map((each) => each.seq),
    [1, 2, 3],
  )
  assert.equal(nextSeq(await store.scans('event'), 'first'), 3)
  assert.equal(nextSeq([], 'first'), 1)
})

test('only what the server asks for leaves the phone', async () => {
  let sent: Scan[] = []
  await sendPending(storeOf([scan(1)]), 'event', (_, some) => {
    sent = some
    return Promise.resolve([])
  })
  assert.deepEqual(sent, [{ nonce: 'nonce-1', seq: 1, badgeNo: 2 }])
})

const entries: OfflineEntry[] = [
  { check: 'a', badgeNo: 1, state: 'expected', door: null, checkedInAt: null },
  { check: 'b', badgeNo: 2, state: 'present', door: '西门', checkedInAt: '2026-08-19T06:02:00.000Z' },
  { check: 'c', badgeNo: null, state: 'waiting', door: null, checkedInAt: null },
]

test('without a network the phone lets in who is expected, once, and says of the others what it knows', () => {
  const none = new Map<number, string>()
  assert.equal(localVerdict({ check: 'a' }, entries, none).says, 'let_in')
  assert.equal(localVerdict({ badgeNo: 1 }, entries, none).says, 'let_in')
  assert.equal(localVerdict({ badgeNo: 1 }, entries, new Map([[1, 'now']])).says, 'already')
  assert.deepEqual(localVerdict({ check: 'b' }, entries, none), {
    says: 'already',
    badgeNo: 2,
    door: '西门',
    at: '2026-08-19T06:02:00.000Z',
  })
  assert.equal(localVerdict({ check: 'c' }, entries, none).says, 'waiting')
  assert.equal(localVerdict({ check: 'made up' }, entries, none).says, 'unknown')
  assert.equal(localVerdict({ check: null }, entries, none).says, 'later')
})

test('the phone makes the same hash of a pass as the server', async () => {
  const token = 'AAAAAAAAAAAAAAAAAAAAAA'
  const expected = createHash('sha256').update(token).digest().subarray(0, 16).toString('base64url')
  assert.equal(await passCheck(token), expected)
  assert.deepEqual(readCode(` GE1.12.${token} `), { token })
  assert.deepEqual(readCode('12'), { badgeNo: 12 })
  assert.deepEqual(readCode('GH1.x'), { other: 'GH1.x' })
})
