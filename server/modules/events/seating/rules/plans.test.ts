import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Apart } from './apart.ts'
import type { Guest, RoundPlan } from './guests.ts'
import { planPairRounds } from './plan-pairs.ts'
import { planTableRounds } from './plan-tables.ts'
import { gridFor, meetingRound, placeOf, tableAt, widened } from './table-grid.ts'

const people = (men: number, women: number): Guest[] =>
  Array.from({ length: men + women }, (_, at) => ({
    id: at < men ? `m${at}` : `w${at - men}`,
    sex: at < men ? 'male' : 'female',
    unionId: `u${at}`,
    satOut: 0,
  }))

const pairsOf = (round: RoundPlan) =>
  [...Map.groupBy(round.seats, (seat) => seat.tableNo).values()].map((seats) =>
    seats
      .map((seat) => seat.id)
      .sort()
      .join(' '),
  )

const blind = { firstRound: 1, tableOf: new Map<string, number>(), wish: () => 0 }

test('six men and six women all meet in six rounds, and then the rounds end', async () => {
  const rounds = await planPairRounds({ ...blind, guests: people(6, 6), apart: new Apart(), rounds: 9 })
  assert.equal(rounds.length, 6)
  assert.equal(new Set(rounds.flatMap(pairsOf)).size, 36)
  assert.ok(rounds.every((round) => round.out.length === 0 && round.unseated === 0))
})

test('women keep their tables and men move', async () => {
  const rounds = await planPairRounds({ ...blind, guests: people(5, 5), apart: new Apart(), rounds: 4 })
  const tableOf = (round: RoundPlan, id: string) => round.seats.find((seat) => seat.id === id)!.tableNo
  assert.equal(new Set(rounds.map((round) => tableOf(round, 'w2'))).size, 1)
  assert.equal(new Set(rounds.map((round) => tableOf(round, 'm2'))).size, 4)
})

test('a blocked pair never shares a table and the plan shows nothing of it', async () => {
  const apart = new Apart()
  apart.add('m0', 'w0')
  const rounds = await planPairRounds({ ...blind, guests: people(6, 6), apart, rounds: 3 })
  assert.ok(!rounds.flatMap(pairsOf).includes('m0 w0'))
  assert.ok(rounds.every((round) => round.out.length === 0))
})

test('where all have met, people sit out rather than meet again, and the plan says how many', async () => {
  const apart = new Apart()
  apart.add('m0', 'w0')
  apart.add('m0', 'w1')
  const [round] = await planPairRounds({ ...blind, guests: people(2, 2), apart, rounds: 1 })
  assert.deepEqual([round!.out.length, round!.unseated], [2, 2])
})

test('with equal levels the seating is the same, whoever chose whom', async () => {
  const level = (guest: Guest) => Number(guest.id.slice(1)) % 5
  const wish = (man: Guest, woman: Guest) => (level(man) * level(woman)) / 25
  const plan = () => planPairRounds({ ...blind, guests: people(8, 8), apart: new Apart(), rounds: 4, wish })
  assert.deepEqual(await plan(), await plan())
})

test('colleagues are not put together while others are there', async () => {
  const guests = people(4, 4).map((guest) => ({ ...guest, unionId: `u${guest.id.slice(1)}` }))
  const rounds = await planPairRounds({ ...blind, guests, apart: new Apart(), rounds: 3 })
  assert.ok(!rounds.flatMap(pairsOf).some((pair) => /m(\d) w\1/.test(pair)))
})

test('700 people need 71 tables of 10, and two of them meet in one round of all 71', () => {
  const grid = gridFor({ male: 350, female: 350 }, 10)
  assert.deepEqual([grid.tables, grid.rows.length], [71, 10])
  for (const [one, other] of [
    [
      { row: 0, column: 3 },
      { row: 4, column: 60 },
    ],
    [
      { row: 9, column: 70 },
      { row: 2, column: 0 },
    ],
  ] as const) {
    const rounds = Array.from({ length: 71 }, (_, round) => round).filter(
      (round) => tableAt(one, round, 71) === tableAt(other, round, 71),
    )
    assert.deepEqual(rounds, [meetingRound(one, other, 71)])
    assert.deepEqual(placeOf({ row: one.row, table: tableAt(one, 5, 71) }, 5, 71), one)
  }
})

test('newcomers take a row of their own where all places are taken, and whoever sits keeps the place', () => {
  const grid = gridFor({ male: 14, female: 14 }, 4)
  const first = planTableRounds({
    guests: people(14, 14),
    apart: new Apart(),
    grid,
    placeOf: new Map(),
    firstRound: 1,
    rounds: 2,
    random: () => 0.5,
  })
  const held = new Map(
    first[1]!.seats.map((seat) => [
      seat.id,
      placeOf({ row: seat.seat - 1, table: seat.tableNo - 1 }, 1, grid.tables),
    ]),
  )
  const guests = [...people(14, 14), { id: 'late', sex: 'male' as const, unionId: 'late', satOut: 0 }]
  const rest = planTableRounds({
    guests,
    apart: new Apart(),
    grid: widened(grid, { male: 1, female: 0 }),
    placeOf: held,
    firstRound: 3,
    rounds: 2,
    random: () => 0.5,
  })
  assert.ok(rest.every((round) => round.seats.some((seat) => seat.id === 'late')))
  const seatOf = (round: RoundPlan, id: string) => round.seats.find((seat) => seat.id === id)!.seat
  assert.equal(seatOf(rest[0]!, 'm3'), seatOf(first[0]!, 'm3'))
})
