import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { dayOf, isoOf, lastQuarterEnd, yearsAfter } from './days.ts'
import { employerMaker, shareOut, skewedSizes } from './organisations.ts'
import { peopleMaker, workerBirthDay } from './people.ts'
import { quota, randomFrom, slotsByWeight } from './random.ts'

const TODAY = dayOf('2026-06-30')

test('144,500 people are unlike each other and made in less than a second and a half of processor time', () => {
  const started = process.cpuUsage()
  const numbers = new Set<string>()
  const namesakes = new Set<string>()
  for (const person of crowd(1, 144_500)) {
    numbers.add(person.citizenNumber).add(person.mobile)
    namesakes.add(person.name + person.birthDate)
  }
  const { user, system } = process.cpuUsage(started)
  assert.equal(numbers.size, 289_000)
  assert.equal(namesakes.size, 144_500)
  assert.ok(user + system < 1_500_000, `${(user + system) / 1e6} s`)
})

test('one seed makes the same people every time, another seed others', () => {
  assert.equal(fingerprint(7), fingerprint(7))
  assert.notEqual(fingerprint(7), fingerprint(8))
})

test('names with · and with characters outside the basic plane come up regularly', () => {
  const names = [...crowd(3, 1200)].map((person) => person.name)
  assert.equal(names.filter((name) => name.includes('·')).length, 4)
  assert.equal(names.filter((name) => [...name].some((character) => character.length === 2)).length, 3)
})

test('workers are of age and not yet retired', () => {
  for (const { birthDay } of crowd(4, 2000)) {
    assert.ok(yearsAfter(birthDay, 18) <= TODAY)
    assert.ok(yearsAfter(birthDay, 60) > TODAY)
  }
})

test('shares and sizes are whole and add up exactly', () => {
  const random = randomFrom(5)
  for (let round = 0; round < 50; round++) {
    const wanted = {
      count: random.between(1, 300),
      total: random.between(1000, 50_000),
      least: random.between(0, 3),
    }
    const sizes = skewedSizes(random, wanted)
    assert.equal(sizes.length, wanted.count)
    assert.equal(sum(sizes), wanted.total)
    assert.ok(sizes.every((size) => Number.isInteger(size) && size >= wanted.least))
    assert.equal(
      sum(
        shareOut(
          wanted.total,
          sizes.map((size) => size + 1),
        ),
      ),
      wanted.total,
    )
  }
  assert.throws(() => skewedSizes(random, { count: 10, total: 20, least: 3 }), RangeError)
})

test('employers have names and codes of their own, of the right register', () => {
  const maker = employerMaker(randomFrom(6), { city: '望川', district: '望川市临湖区' })
  const made = Array.from({ length: 20_000 }, () => maker.next())
  assert.equal(new Set(made.map((employer) => employer.name)).size, 20_000)
  assert.equal(new Set(made.map((employer) => employer.uscc)).size, 20_000)
  for (const { uscc, twoNew } of made)
    assert.ok(uscc.startsWith(twoNew === 'new_social' ? '52330299' : '91330299'))
})

test('draws stay in their bounds and weights are kept', () => {
  const random = randomFrom('bounds')
  const seen = new Set(Array.from({ length: 1000 }, () => random.between(-1, 2)))
  assert.deepEqual(
    [...seen].sort((a, b) => a - b),
    [-1, 0, 1, 2],
  )
  assert.deepEqual(
    slotsByWeight(
      [
        ['a', 3],
        ['b', 1],
      ],
      8,
    ),
    [...'aaaaaabb'],
  )
  assert.deepEqual([quota(1000, 0.05), quota(3, 0.05), quota(0, 0.5)], [50, 1, 0])
  assert.deepEqual(random.shuffle([1, 2, 3, 4]).sort(), [1, 2, 3, 4])
})

test('quarters and anniversaries end on the right day', () => {
  assert.equal(isoOf(lastQuarterEnd(dayOf('2026-06-30'))), '2026-06-30')
  assert.equal(isoOf(lastQuarterEnd(dayOf('2026-06-29'))), '2026-03-31')
  assert.equal(isoOf(lastQuarterEnd(dayOf('2026-01-01'))), '2025-12-31')
  assert.equal(isoOf(yearsAfter(dayOf('2024-02-29'), 3)), '2027-03-01')
})

function* crowd(seed: number, count: number) {
  const random = randomFrom(`${seed}:crowd`)
  const maker = peopleMaker(seed, TODAY)
  for (let at = 0; at < count; at++) {
    const sex = random.chance(0.5) ? 'male' : 'female'
    yield maker.next({ sex, birthDay: workerBirthDay(random, TODAY), isMigrantWorker: random.chance(0.4) })
  }
}

function fingerprint(seed: number): string {
  return createHash('sha256')
    .update(JSON.stringify([...crowd(seed, 1000)]))
    .digest('hex')
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
