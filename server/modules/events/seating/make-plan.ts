import { ruleFor } from '#server/modules/rules/index.ts'
import { today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { EventKind } from '#server/platform/event-kind.ts'
import type { EventRow } from '../store.ts'
import { attendees, type Attendee } from './queries/present.ts'
import { earlierTables, roundsOf, seatsOf, type RoundRow, type SeatRow } from './queries/seats.ts'
import { Apart } from './rules/apart.ts'
import type { Guest, RoundPlan } from './rules/guests.ts'
import { comingRounds } from './rules/parts.ts'
import { planPairRounds } from './rules/plan-pairs.ts'
import { planTableRounds } from './rules/plan-tables.ts'
import { gridFor, placeOf, widened, type Grid } from './rules/table-grid.ts'
import { unknownLevels, mutualYes } from './rules/weights.ts'
import { deleteComingRounds, insertRound } from './store.ts'

/** An event to plan, with the kind that says who must not meet, and a limit other than the rule's for tables. */
export interface Planning {
  event: EventRow
  kind: EventKind
  seatsPerTable?: number | undefined
  plannedBy: string | null
}

/**
 * Plans the coming rounds of the part that goes on from those who are there now, in place of what was planned and not released; returns how
 * many rounds there are and how many people sit. The caller holds the event's lock.
 */
export async function makePlan(tx: Tx, planning: Planning): Promise<{ rounds: number; guests: number }> {
  const { event } = planning
  const present = await whoCanSit(tx, planning)
  const rounds = await roundsOf(tx, event.id)
  const seats = await seatsOf(tx, event.id)
  const released = rounds.filter((round) => round.releasedAt !== null)
  const coming = comingRounds(event, released.length)
  await deleteComingRounds(tx, event.id)
  if (present.length < 2 || coming.count === 0) return { rounds: 0, guests: present.length }

  const happened = seats.filter((seat) => seat.roundNo <= released.length)
  const guests = guestsOf(present, happened)
  const apart = await keptApart(tx, planning, { present, happened })
  const from = { guests, apart, firstRound: coming.first, rounds: coming.count }
  const made =
    event.seating === 'tables'
      ? await atTables(tx, planning, { ...from, released, happened })
      : await inPairs(tx, planning, { ...from, seats, part: coming.part })
  for (const [at, plan] of made.plans.entries()) {
    const { tableCount, ruleVersion } = made
    await insertRound(tx, {
      eventId: event.id,
      roundNo: coming.first + at,
      part: coming.part,
      plannedBy: planning.plannedBy,
      tableCount,
      ruleVersion,
      plan,
    })
  }
  return { rounds: made.plans.length, guests: present.length }
}

/** Who is there and may take part now, in the order of their badges. */
export async function whoCanSit(
  tx: Tx,
  { event, kind }: Pick<Planning, 'event' | 'kind'>,
): Promise<Attendee[]> {
  const present = (await attendees(tx, event.id)).filter((each) => each.checkedIn && !each.left)
  const refused = await kind.refusals(tx, {
    eventId: event.id,
    personIds: present.map((each) => each.personId),
  })
  return present.filter((each) => !refused.has(each.personId))
}

// Whoever came late has not sat out for having been away: they start level with those who sat out least.
function guestsOf(present: readonly Attendee[], happened: readonly SeatRow[]): Guest[] {
  const seen = new Map<string, number>()
  for (const { registrationId, tableNo } of happened)
    seen.set(registrationId, (seen.get(registrationId) ?? 0) + (tableNo === null ? 1 : 0))
  const leastOf = (sex: string) =>
    Math.min(
      ...present
        .filter((each) => each.sex === sex)
        .flatMap(({ registrationId }) => seen.get(registrationId) ?? []),
    )
  const least = { male: leastOf('male'), female: leastOf('female') }
  return present.map(({ registrationId: id, sex, unionId }) => {
    const level = Number.isFinite(least[sex]) ? least[sex] : 0
    return { id, sex, unionId, satOut: Math.max(seen.get(id) ?? level, level) }
  })
}

async function keptApart(
  tx: Tx,
  { event, kind }: Planning,
  people: { present: readonly Attendee[]; happened: readonly SeatRow[] },
): Promise<Apart> {
  const apart = new Apart()
  const tables = Map.groupBy(
    people.happened.filter((seat) => seat.tableNo !== null),
    (seat) => `${seat.roundNo} ${seat.tableNo}`,
  )
  for (const seats of tables.values()) apart.addTable(seats.map((seat) => seat.registrationId))
  const registrationOf = new Map(people.present.map((each) => [each.personId, each.registrationId]))
  const personIds = [...registrationOf.keys()]
  const here = (ids: readonly string[]) => ids.flatMap((id) => registrationOf.get(id) ?? [])
  for (const pair of await kind.keptApart(tx, personIds)) apart.addTable(here(pair))
  for (const table of await earlierTables(tx, { eventId: event.id, kind: event.kind, personIds }))
    apart.addTable(here(table))
  return apart
}

interface Made {
  plans: RoundPlan[]
  tableCount: number | null
  ruleVersion: string | null
}
interface From {
  guests: readonly Guest[]
  apart: Apart
  firstRound: number
  rounds: number
}

async function inPairs(
  tx: Tx,
  { event, kind }: Planning,
  from: From & { seats: readonly SeatRow[]; part: 1 | 2 },
): Promise<Made> {
  const atTable = from.seats.filter((seat) => seat.sex === 'female' && seat.tableNo !== null)
  const tableOf = new Map(atTable.map((seat) => [seat.registrationId, seat.tableNo!]))
  // Of the first part nothing is known while it is blind: levels are asked for only afterwards.
  const levels = from.part === 2 ? await kind.levels(tx, event.id) : new Map()
  const levelOf = (guest: Guest) => levels.get(guest.id) ?? unknownLevels
  const wish =
    from.part === 2 ? (man: Guest, woman: Guest) => mutualYes(levelOf(man), levelOf(woman)) : () => 0
  return { plans: await planPairRounds({ ...from, tableOf, wish }), tableCount: null, ruleVersion: null }
}

async function atTables(
  tx: Tx,
  { seatsPerTable }: Planning,
  from: From & { released: readonly RoundRow[]; happened: readonly SeatRow[] },
): Promise<Made> {
  const rule = await ruleFor<number>(tx, 'events.table_seats', await today(tx))
  const last = from.released.at(-1)
  const known = last?.tableCount == null ? null : gridSoFar(last.tableCount, from.happened)
  const held = known === null ? new Map() : placesHeld(known, from)
  const count = (sex: Guest['sex']) => from.guests.filter((guest) => guest.sex === sex).length
  const male = count('male')
  const female = count('female')
  const grid =
    known === null
      ? gridFor({ male, female }, seatsPerTable ?? rule.value)
      : widened(known, { male: male - placesOf(known, 'male'), female: female - placesOf(known, 'female') })
  const random = steps(from.firstRound)
  const plans = planTableRounds({ ...from, grid, placeOf: held, random })
  return { plans, tableCount: grid.tables, ruleVersion: rule.version }
}

/** The grid as the released rounds show it: whose seat each row is. */
function gridSoFar(tables: number, happened: readonly SeatRow[]): Grid {
  const rows: Guest['sex'][] = []
  for (const { seat, sex } of happened) if (seat !== null) rows[seat - 1] = sex
  return { tables, rows: Array.from(rows, (sex) => sex ?? 'male') }
}

function placesHeld({ tables }: Grid, { happened, guests }: From & { happened: readonly SeatRow[] }) {
  const here = new Set(guests.map((guest) => guest.id))
  return new Map(
    happened
      .filter((seat) => seat.tableNo !== null && here.has(seat.registrationId))
      .map(({ registrationId, roundNo, tableNo, seat }) => [
        registrationId,
        placeOf({ row: seat! - 1, table: tableNo! - 1 }, roundNo - 1, tables),
      ]),
  )
}

function placesOf({ tables, rows }: Grid, sex: Guest['sex']): number {
  return rows.filter((each) => each === sex).length * tables
}

/** Numbers between 0 and 1 that look random and are the same again: the same people give the same plan. */
function steps(start: number): () => number {
  let state = start
  return () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
}
