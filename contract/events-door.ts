import { Type, type Static } from 'typebox'
import { Id, Instant, Nothing, Nullable, operation, PageOf, PageQuery } from './operation.ts'
import { oneOf } from './people-records.ts'

/** How somebody was checked in: service card, event pass, typed badge number, signed paper list, or picked from the list on the screen. */
export const CheckInMethod = oneOf(['card', 'pass', 'badge', 'paper', 'list'])
export type CheckInMethod = Static<typeof CheckInMethod>

/** What came of a reading. Only `checked_in` adds to the head count; `already` says when and where it was added. */
export const ScanOutcome = oneOf([
  'checked_in',
  'already',
  'waiting',
  'no_place',
  'cancelled',
  'not_admitted',
  'not_registered',
  'not_eligible',
  'unreadable',
  'expired',
  'too_early',
  'over',
])
export type ScanOutcome = Static<typeof ScanOutcome>

const Door = Type.String({ minLength: 1, maxLength: 20, pattern: '\\S' })
const Code = Type.String({ minLength: 1, maxLength: 200 })
const BadgeNo = Type.Integer({ minimum: 1, maximum: 999_999 })
const oneEvent = Type.Object({ eventId: Id })

/** One reading of a device, as it waited in the device's queue. */
export const Scan = Type.Object({
  nonce: Id,
  seq: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  claimedAt: Type.Optional(Instant),
  code: Type.Optional(Code),
  badgeNo: Type.Optional(BadgeNo),
})
export type Scan = Static<typeof Scan>

/** The answer to one reading. It names nobody: a badge number, and of the check-in that counts its door and time. */
export const ScanAnswer = Type.Object({
  nonce: Id,
  outcome: ScanOutcome,
  reason: Nullable(Type.String({ description: 'code of why somebody may not take part' })),
  badgeNo: Nullable(Type.Integer()),
  door: Nullable(Type.String({ description: 'where the check-in that counts was made' })),
  checkedInAt: Nullable(Instant),
})
export type ScanAnswer = Static<typeof ScanAnswer>

/** How many came, once each, however many doors and readings; and how many are expected. */
export const HeadCount = Type.Object({
  expected: Type.Integer(),
  present: Type.Integer(),
  bySex: Type.Array(
    Type.Object({ sex: oneOf(['male', 'female']), expected: Type.Integer(), present: Type.Integer() }),
  ),
  byDoor: Type.Array(Type.Object({ door: Type.String(), present: Type.Integer() })),
})
export type HeadCount = Static<typeof HeadCount>

/** What the hall's screen shows: nothing about anybody but badge numbers. */
export const Hall = Type.Object({
  title: Type.String(),
  venue: Type.String(),
  state: Type.String(),
  startsAt: Instant,
  endsAt: Instant,
  now: Instant,
  count: HeadCount,
  round: Nullable(
    Type.Object({
      no: Type.Integer(),
      of: Type.Integer(),
      releasedAt: Instant,
      minutes: Type.Integer(),
      tables: Type.Array(Type.Object({ tableNo: Type.Integer(), badgeNos: Type.Array(Type.Integer()) })),
    }),
  ),
  sheets: Nullable(Type.Integer({ description: 'people who have handed in a choice sheet' })),
  pairs: Nullable(
    Type.Integer({ description: 'after closing, when there are enough not to point at anybody' }),
  ),
})
export type Hall = Static<typeof Hall>

/** What a device needs to know codes again without a network: of each registration a hash of its pass, never who it is. */
export const OfflineEntry = Type.Object({
  check: Type.String({ description: 'SHA-256 of the pass, first 16 bytes, base64url' }),
  badgeNo: Nullable(Type.Integer()),
  state: oneOf(['expected', 'present', 'waiting', 'cancelled', 'not_admitted']),
  door: Nullable(Type.String()),
  checkedInAt: Nullable(Instant),
})
export type OfflineEntry = Static<typeof OfflineEntry>

const ScanRow = Type.Object({
  nonce: Id,
  door: Type.String(),
  method: CheckInMethod,
  outcome: ScanOutcome,
  badgeNo: Nullable(Type.Integer()),
  receivedAt: Instant,
  claimedAt: Nullable(Instant),
})
export type ScanRow = Static<typeof ScanRow>

const DoorListRow = Type.Object({
  badgeNo: Nullable(Type.Integer()),
  name: Type.String(),
  initials: Type.String(),
  unionName: Type.String(),
  checkedInAt: Nullable(Instant),
})
export type DoorListRow = Static<typeof DoorListRow>

/** The door: letting people in, counting them once, the paper list, the hall's screen. */
export const operations = {
  checkIn: operation({
    method: 'POST',
    path: '/events/:eventId/check-ins',
    summary:
      'Check somebody in by the code of their card or pass, or by badge number; a second time says when and where they came',
    params: oneEvent,
    body: Type.Object({
      door: Door,
      code: Type.Optional(Code),
      badgeNo: Type.Optional(BadgeNo),
      nonce: Type.Optional(Id),
    }),
    output: ScanAnswer,
  }),
  letInWaiting: operation({
    method: 'POST',
    path: '/events/:eventId/waiting-entries',
    summary: 'Let somebody in who waited, if a place is free for them, and check them in',
    params: oneEvent,
    body: Type.Object({
      door: Door,
      code: Type.Optional(Code),
      badgeNo: Type.Optional(BadgeNo),
      nonce: Type.Optional(Id),
    }),
    output: ScanAnswer,
  }),
  openScanDevice: operation({
    method: 'POST',
    path: '/events/:eventId/scan-devices',
    summary: 'Open the scanning page on a device at a door',
    params: oneEvent,
    body: Type.Object({ door: Door }),
    output: Type.Object({ deviceId: Id, door: Type.String() }),
    status: 201,
  }),
  listOfflineEntries: operation({
    method: 'GET',
    path: '/events/:eventId/offline-entries',
    summary: 'What a device needs to know codes again without a network: hashes of passes and badge numbers',
    params: oneEvent,
    output: Type.Object({
      title: Type.String(),
      startsAt: Instant,
      endsAt: Instant,
      doors: Type.Array(Type.String()),
      takenAt: Instant,
      entries: Type.Array(OfflineEntry),
    }),
  }),
  syncScans: operation({
    method: 'POST',
    path: '/events/:eventId/scans',
    summary:
      'Readings of a device, in any order and as often as it likes: each counts once and gets the same answer',
    params: oneEvent,
    body: Type.Object({
      deviceId: Id,
      scans: Type.Array(Scan, { minItems: 1, maxItems: 100 }),
    }),
    output: Type.Object({ answers: Type.Array(ScanAnswer), count: HeadCount }),
  }),
  listScans: operation({
    method: 'GET',
    path: '/events/:eventId/scans',
    summary: 'Readings at the doors, the latest first',
    params: oneEvent,
    query: Type.Object({
      door: Type.Optional(Type.String({ maxLength: 20 })),
      outcome: Type.Optional(ScanOutcome),
      ...PageQuery,
    }),
    output: PageOf(ScanRow),
  }),
  getHall: operation({
    method: 'GET',
    path: '/events/:eventId/hall',
    summary: 'What the hall’s screen shows now: head count, round, tables by badge number',
    params: oneEvent,
    output: Hall,
  }),
  streamHall: operation({
    method: 'GET',
    path: '/events/:eventId/hall/events',
    summary: 'Server-sent events: the hall’s screen whenever it changes, as event “hall”',
    params: oneEvent,
    query: Type.Object({ seconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 3600 })) }),
    output: Hall,
  }),
  printDoorList: operation({
    method: 'POST',
    path: '/events/:eventId/door-list',
    summary: 'The paper list of the door, with names: what for is kept',
    params: oneEvent,
    body: Type.Object({
      purpose: Type.String({ minLength: 2, maxLength: 200, pattern: '\\S' }),
    }),
    output: Type.Object({
      title: Type.String(),
      venue: Type.String(),
      startsAt: Instant,
      printedAt: Instant,
      printNo: Type.String(),
      rows: Type.Array(DoorListRow),
    }),
  }),
  keyInDoorList: operation({
    method: 'POST',
    path: '/events/:eventId/door-list/entries',
    summary: 'Key in a signed paper list by badge numbers and ranges, such as “1-40, 43”',
    params: oneEvent,
    body: Type.Object({ door: Door, badgeNos: Type.String({ minLength: 1, maxLength: 4000 }) }),
    output: Type.Object({
      added: Type.Integer(),
      before: Type.Integer({ description: 'had been checked in already' }),
      left: Type.Array(Type.Object({ badgeNo: Type.Integer(), outcome: ScanOutcome })),
      count: HeadCount,
    }),
  }),
  getOwnEventPass: operation({
    method: 'GET',
    path: '/me/events/:eventId/pass',
    summary: 'One’s own pass to an event: the code to show at the door, and whether one has been checked in',
    params: oneEvent,
    output: Type.Object({
      title: Type.String(),
      startsAt: Instant,
      endsAt: Instant,
      venue: Type.String(),
      state: Type.String(),
      code: Nullable(Type.String()),
      badgeNo: Nullable(Type.Integer()),
      door: Nullable(Type.String()),
      checkedInAt: Nullable(Instant),
    }),
  }),
  takeBackCheckIn: operation({
    method: 'POST',
    path: '/events/:eventId/check-ins/:badgeNo/correction',
    summary: 'Take back a check-in that was entered by mistake',
    params: Type.Object({ eventId: Id, badgeNo: Type.String({ pattern: '^[0-9]{1,6}$' }) }),
    body: Type.Object({ reason: Type.String({ minLength: 2, maxLength: 200, pattern: '\\S' }) }),
    output: Nothing,
  }),
}
