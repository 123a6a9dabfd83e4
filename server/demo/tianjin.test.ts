import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayOf } from '#tools/generate/days.ts'
import { tianjin } from './tianjin.ts'
import type { DemoTenant } from './shapes.ts'

const today = '2026-06-30'
const demos = { full: tianjin({ scale: 'full', today }), small: tianjin({ scale: 'small', today }) }

for (const scale of ['full', 'small'] as const) {
  const demo = demos[scale]
  const crowd = [...demo.people()]

  test(`the ${scale} demo of Tianjin holds as many people as it says, each with one membership at most`, () => {
    assert.equal(crowd.length, demo.totals.persons)
    assert.equal(crowd.filter(({ memberships }) => memberships.length === 1).length, demo.totals.members)
    assert.deepEqual(
      crowd.map(({ number }) => number),
      crowd.map((_, at) => at + 1),
    )
    for (const { birthDate, memberships, employments } of crowd)
      for (const { startsOn, recordedAt } of [...memberships, ...employments]) {
        if (dayOf(startsOn) - dayOf(birthDate) < 18 * 365) assert.fail('somebody joined as a child')
        if (startsOn > today || recordedAt > `${today}T12`) assert.fail('somebody joined in the future')
      }
  })

  test(`in the ${scale} demo of Tianjin every number is given once and none of them is real`, () => {
    const codes = demo.organisations.flatMap(({ uscc }) => uscc ?? [])
    assert.equal(new Set(codes).size, codes.length)
    for (const code of codes) assert.equal(code.slice(2, 8), '330299')
    for (const { citizenNumber, mobile } of crowd) {
      if (!/^\d{4}99/.test(citizenNumber)) assert.fail('a real county code')
      if (!/^(142|143|154)\d{8}$/.test(mobile)) assert.fail('a mobile in public use')
    }
    const numbers = crowd.flatMap(({ citizenNumber, mobile }) => [citizenNumber, mobile])
    assert.equal(new Set(numbers).size, crowd.length * 2)
  })

  test(`in the ${scale} demo of Tianjin everything but the city has one leader that is older`, () => {
    const leaders = Map.groupBy(demo.affiliations, ({ child }) => child)
    for (const { number, startsOn } of demo.organisations) {
      const rows = leaders.get(number) ?? []
      assert.equal(rows.length, number === 1 ? 0 : 1)
      for (const { parent } of rows)
        assert.ok(demo.organisations[parent - 1]!.startsOn <= (rows[0]?.startsOn ?? startsOn))
    }
  })

  test(`whoever signs in to the ${scale} demo of Tianjin is who the log-in says`, () => {
    for (const { role, person, appointments } of demo.accounts) {
      const posts = appointments.map((number) => demo.appointments[number - 1]!)
      assert.ok(posts.every((post) => post.person === person && post.startsOn <= today))
      if (role.startsWith('worker')) assert.ok(crowd[person - 1]!.serviceCardNumber)
      else assert.equal(posts.length, 1)
    }
    assert.equal(new Set(demo.accounts.map(({ person }) => person)).size, demo.accounts.length)
  })
}

test('the same day and seed give the same Tianjin, another seed another one', () => {
  const text = (demo: DemoTenant) => JSON.stringify([demo, [...demo.people()]])
  assert.equal(text(tianjin({ scale: 'small', today })), text(demos.small))
  assert.notEqual(text(tianjin({ scale: 'small', today, seed: 2 })), text(demos.small))
})
