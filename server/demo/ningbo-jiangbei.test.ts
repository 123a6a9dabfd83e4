import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { dayOf, isoOf } from '#tools/generate/days.ts'
import { ningboJiangbei } from './ningbo-jiangbei.ts'
import type { Dated, DemoOrganisation, DemoPerson, DemoTenant } from './shapes.ts'

const TODAY = '2026-06-30'
const demos = {
  full: ningboJiangbei({ scale: 'full', today: TODAY }),
  small: ningboJiangbei({ scale: 'small', today: TODAY }),
}
const people = { full: [...demos.full.people()], small: [...demos.small.people()] }
const expected = {
  full: { employers: 3969, workers: 144_500, members: 120_417 },
  small: { employers: 40, workers: 1445, members: 1204 },
}

for (const scale of ['full', 'small'] as const) {
  const demo = demos[scale]
  const crowd = people[scale]

  test(`the ${scale} demo holds exactly its two-new organisations, workers and members`, () => {
    const employers = living(demo).filter((organisation) => organisation.kind === 'employer')
    assert.equal(employers.length, expected[scale].employers)
    const latest = new Map<number, number>()
    for (const row of [...demo.headcounts].sort((a, b) => (a.asOf < b.asOf ? -1 : 1))) {
      if (row.supersededAt === null) latest.set(row.organisation, row.workers)
    }
    assert.equal(sum(employers.map((employer) => latest.get(employer.number)!)), expected[scale].workers)
    assert.equal(crowd.filter((person) => openMemberships(person) === 1).length, expected[scale].members)
    assert.equal(crowd.length, demo.totals.persons)
    assert.deepEqual(
      crowd.map((person) => person.number),
      crowd.map((_, at) => at + 1),
    )
  })

  test(`in the ${scale} demo every number belongs to one person or organisation and to nobody real`, () => {
    const codes = demo.organisations.flatMap((organisation) => organisation.uscc ?? [])
    assert.equal(new Set(codes).size, codes.length)
    for (const code of codes) assert.equal(code.slice(2, 8), '330299')
    const numbers = new Set<string>()
    for (const person of crowd) {
      if (!/^\d{4}99/.test(person.citizenNumber))
        assert.fail(`person ${person.number} has a real county code`)
      if (!/^(142|143|154)\d{8}$/.test(person.mobile))
        assert.fail(`person ${person.number} has a mobile in public use`)
      if (person.citizenNumber.slice(6, 14) !== person.birthDate.replaceAll('-', ''))
        assert.fail('birth date differs')
      numbers.add(person.citizenNumber).add(person.mobile)
    }
    assert.equal(numbers.size, crowd.length * 2)
  })

  test(`in the ${scale} demo each organisation has one leader on any day, as known today`, () => {
    const roots = new Set(['宁波市江北区总工会', '中共宁波市江北区委两新组织工作委员会'])
    const links = demo.affiliations.filter((row) => row.kind === 'leads' && row.supersededAt === null)
    const byChild = Map.groupBy(links, (row) => row.child)
    for (const day of [
      '1996-10-10',
      '2006-06-06',
      '2012-05-05',
      '2019-01-01',
      '2024-02-29',
      '2025-08-08',
      TODAY,
      '2026-08-30',
    ]) {
      for (const organisation of demo.organisations) {
        const isAlive = organisation.startsOn <= day && (organisation.endsBefore ?? '9') > day
        const leaders = (byChild.get(organisation.number) ?? []).filter((row) => holds(row, day))
        const wanted = isAlive && !roots.has(organisation.name) ? 1 : 0
        if (leaders.length !== wanted)
          assert.fail(`${organisation.name} has ${leaders.length} leaders on ${day}`)
        for (const { parent } of leaders) {
          const leader = demo.organisations[parent - 1]!
          if (leader.startsOn > day || (leader.endsBefore ?? '9') <= day)
            assert.fail(`${leader.name} leads outside its life`)
        }
      }
    }
  })

  test(`in the ${scale} demo nobody has two memberships at once or works before the age of 16`, () => {
    for (const person of crowd) {
      const rows = person.memberships.filter((row) => row.supersededAt === null)
      rows.reduce((until, row) => {
        if (row.startsOn < until) assert.fail(`memberships of person ${person.number} overlap`)
        return row.endsBefore ?? '9'
      }, '')
      for (const row of [...rows, ...person.employments]) {
        if (row.endsBefore !== null && row.endsBefore <= row.startsOn)
          assert.fail(`person ${person.number}: empty period`)
        if (dayOf(row.startsOn) - dayOf(person.birthDate) < 16 * 365.25)
          assert.fail(`person ${person.number} was a child`)
        if (row.recordedAt > `${TODAY}T12`) assert.fail('recorded in the future')
      }
      for (const { union, startsOn } of rows) {
        if (demo.organisations[union - 1]!.startsOn > startsOn)
          assert.fail(`joined union ${union} before it was founded`)
      }
    }
  })

  test(`in the ${scale} demo no dated row is empty, from the future, or open twice`, () => {
    const open = new Set<string>()
    const rows: [string, Dated][] = [
      ...demo.affiliations.map((row): [string, Dated] => [
        `${row.kind} ${row.child} ${row.kind === 'leads' ? '' : row.parent}`,
        row,
      ]),
      ...demo.coverages.map((row): [string, Dated] => [`covers ${row.union} ${row.employer}`, row]),
      ...demo.appointments.map((row): [string, Dated] => [`appointment ${row.number}`, row]),
      ...demo.organisations.flatMap(({ number, names }) =>
        names.map((row): [string, Dated] => [`name ${number}`, row]),
      ),
    ]
    for (const [key, row] of rows) {
      if (row.endsBefore !== null && row.endsBefore <= row.startsOn) assert.fail(`${key} holds for no day`)
      if (row.recordedAt > `${TODAY}T12`) assert.fail(`${key} recorded in the future`)
      if (row.supersededAt !== null && row.supersededAt <= row.recordedAt)
        assert.fail(`${key} superseded before it was recorded`)
      if (row.endsBefore !== null || row.supersededAt !== null) continue
      if (open.has(key)) assert.fail(`${key} is open twice`)
      open.add(key)
    }
    const reported = demo.headcounts.filter((row) => row.supersededAt === null)
    assert.equal(new Set(reported.map((row) => `${row.organisation} ${row.asOf}`)).size, reported.length)
    for (const row of reported)
      if (row.women > row.workers || row.migrants > row.workers) assert.fail('parts exceed the whole')
  })

  test(`the ${scale} demo has work on every worklist`, () => {
    const gaps = countGaps(demo)
    for (const [gap, count] of Object.entries(gaps)) assert.ok(count > 0, gap)
    if (scale === 'full') {
      assert.ok(gaps.withoutUnion > 300 && gaps.withoutUnion < 600)
      assert.ok(gaps.endingIn30 < gaps.endingIn180 && gaps.endingIn180 < 300)
    }
    const kinds = new Set(demo.operations.map((operation) => operation.kind))
    for (const kind of ['rename', 'move', 'merge', 'close'] as const) assert.ok(kinds.has(kind), kind)
    assert.ok(crowd.some((person) => person.memberships.some((row) => row.kind === 'retained')))
    assert.ok(crowd.some((person) => person.name.includes('·')))
    assert.ok(crowd.some((person) => [...person.name].some((character) => character.length === 2)))
  })

  test(`the ${scale} demo's accounts are officers with posts and two plain members`, () => {
    const roles = demo.accounts.map((account) => account.role)
    assert.deepEqual(roles, [
      'district',
      'street',
      'union',
      'worker',
      'worker2',
      'system',
      'security',
      'audit',
      'auditor',
      'finance',
      'district2',
    ])
    for (const { role, person, appointments } of demo.accounts) {
      const isWorker = role.startsWith('worker')
      const wanted = isWorker ? 0 : ['district', 'street', 'union'].includes(role) ? 2 : 1
      assert.equal(appointments.length, wanted, role)
      for (const number of appointments) {
        const appointment = demo.appointments.find(
          (row) => row.number === number && row.supersededAt === null,
        )!
        assert.equal(appointment.person, person)
        assert.ok(holds(appointment, TODAY), role)
      }
      if (isWorker) {
        assert.equal(openMemberships(crowd[person - 1]!), 1)
        assert.ok(crowd[person - 1]!.serviceCardNumber)
        assert.ok(!demo.appointments.some((appointment) => appointment.person === person))
      }
    }
    const separate = demo.accounts.filter(({ role }) => ['system', 'security', 'audit'].includes(role))
    assert.equal(new Set(separate.map((account) => account.person)).size, 3)
  })
}

test('the same seed and day give the same demo, another seed another one', () => {
  const again = ningboJiangbei({ scale: 'small', today: TODAY })
  assert.equal(fingerprint(again), fingerprint(demos.small))
  assert.notEqual(
    fingerprint(ningboJiangbei({ scale: 'small', today: TODAY, seed: 2 })),
    fingerprint(demos.small),
  )
  const first = JSON.stringify(demos.full.people().next().value)
  assert.equal(first, JSON.stringify(people.full[0]))
})

test('the demo can be made for any day from 2022 on, leap days included', () => {
  for (const today of ['2022-01-01', '2024-02-29', '2031-12-31']) {
    const demo = ningboJiangbei({ scale: 'small', today })
    assert.equal([...demo.people()].filter((person) => openMemberships(person) === 1).length, 1204, today)
    assert.equal(
      demo.headcounts.some((row) => row.asOf > today),
      false,
    )
  }
})

function living(demo: DemoTenant): DemoOrganisation[] {
  return demo.organisations.filter((organisation) => organisation.endsBefore === null)
}

function openMemberships(person: DemoPerson): number {
  return person.memberships.filter((row) => row.endsBefore === null && row.supersededAt === null).length
}

function holds(row: Dated, day: string): boolean {
  return row.startsOn <= day && (row.endsBefore === null || row.endsBefore > day)
}

function countGaps(demo: DemoTenant) {
  const current = demo.appointments.filter((row) => holds(row, TODAY) && row.supersededAt === null)
  const chaired = new Set(
    current.filter((row) => row.post.startsWith('union_')).map((row) => row.organisation),
  )
  const commissioned = new Set(
    current.filter((row) => row.post === 'commissioner').map((row) => row.organisation),
  )
  const inParty = new Set(demo.affiliations.filter((row) => row.kind === 'party').map((row) => row.child))
  const covered = new Set(demo.coverages.filter((row) => holds(row, TODAY)).map((row) => row.employer))
  const unions = living(demo).filter((organisation) => organisation.kind === 'basic_union')
  const employers = living(demo).filter((organisation) => organisation.kind === 'employer')
  const ending = (within: number) =>
    unions.filter(
      ({ union }) => union!.termEndsBefore > TODAY && union!.termEndsBefore <= isoOf(dayOf(TODAY) + within),
    ).length
  return {
    withoutUnion: employers.filter(({ number }) => !covered.has(number)).length,
    withoutParty: employers.filter(({ number }) => !inParty.has(number)).length,
    withoutCommissioner: employers.filter(({ number }) => inParty.has(number) && !commissioned.has(number))
      .length,
    withoutChair: unions.filter(({ number }) => !chaired.has(number)).length,
    termOver: unions.filter(({ union }) => union!.termEndsBefore <= TODAY).length,
    endingIn30: ending(30),
    endingIn90: ending(90),
    endingIn180: ending(180),
    districtPoints: employers.filter(({ employer }) => employer!.directPoint === 'district').length,
    streetPoints: employers.filter(({ employer }) => employer!.directPoint === 'street').length,
  }
}

function fingerprint(demo: DemoTenant): string {
  return createHash('sha256')
    .update(JSON.stringify([demo, [...demo.people()]]))
    .digest('hex')
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
