import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/people.ts'
import { citizenNumbers } from '#tools/generate/codes.ts'
import { dayOf } from '#tools/generate/days.ts'
import { dottedName, ordinaryName, rareName } from '#tools/generate/names.ts'
import { randomFrom } from '#tools/generate/random.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant } from '#server/test/makers.ts'
import { memberIndexDifferences } from '../index.ts'
import { searchedLetters, sortKey, spellingOf } from '../rules/names.ts'
import { initialRuns, speltRuns } from '../rules/tokens.ts'
import { makeMembers } from './make-members.ts'

type List = OutputOf<(typeof operations)['listMembers']>

const nextNumber = citizenNumbers()

test('a list shows names, masks and the exact total, and nothing hidden', async () => {
  const tenant = await makeTenant()
  const number = nextNumber('330299', dayOf('1990-01-01'), 'male')
  await tenant.inside((tx) =>
    makeMembers(tx, [
      {
        name: '王小明',
        unionId: tenant.north.unionId,
        employerId: tenant.north.employerId,
        citizenNumber: number,
        mobile: '14200012345',
      },
    ]),
  )
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  const { status, body } = await officer.get<List>('/members')
  assert.equal(status, 200)
  assert.equal(body.total, 1)
  const [row] = body.items
  assert.equal(row?.document, `${number.slice(0, 4)}**********${number.slice(-4)}`)
  assert.equal(row?.mobile, '142****2345')
  assert.equal(row?.unionName, '北机械厂工会委员会')
  assert.equal(row?.employerName, '北机械厂')
  assert.ok(!JSON.stringify(body).includes(number))
})

test('an officer finds members of her own street only, whatever she asks for', async () => {
  const tenant = await makeTenant()
  await tenant.inside((tx) =>
    makeMembers(tx, [
      { name: '王北', unionId: tenant.north.unionId, mobile: '14200010001' },
      { name: '王南', unionId: tenant.south.unionId, mobile: '14200020001', cardNumber: '6217000000000000' },
    ]),
  )
  const north = await tenant.officer('street_officer', tenant.north.streetId)
  const federation = await tenant.officer('federation_officer', tenant.federationId)
  assert.deepEqual(await names(north, ''), ['王北'])
  assert.deepEqual(await names(north, 'q=王'), ['王北'])
  assert.deepEqual(await names(north, 'q=0001'), ['王北'])
  assert.deepEqual(await names(north, 'q=6217000000000000'), [])
  assert.deepEqual(await names(federation, 'q=0001'), ['王北', '王南'])
  assert.deepEqual(await names(federation, 'q=6217000000000000'), ['王南'])
  assert.deepEqual(await names(federation, `organisationId=${tenant.south.streetId}`), ['王南'])
  assert.deepEqual(
    await names(federation, `organisationId=${tenant.south.streetId}&includeSubtree=false`),
    [],
  )
  const outside = await north.get<List>(`/members?organisationId=${tenant.south.streetId}`)
  const nowhere = await north.get<List>('/members?organisationId=00000000-0000-7000-8000-000000000000')
  assert.equal(outside.status, 404)
  assert.deepEqual({ ...outside.body.error, requestId: '' }, { ...nowhere.body.error, requestId: '' })
})

test('an officer of one unit does not see what is below it', async () => {
  const tenant = await makeTenant()
  await tenant.inside((tx) => makeMembers(tx, [{ name: '王北', unionId: tenant.north.unionId }]))
  const street = await tenant.officer('union_officer', tenant.north.streetId)
  const union = await tenant.officer('union_officer', tenant.north.unionId)
  assert.deepEqual(await names(street, ''), [])
  assert.deepEqual(await names(street, `organisationId=${tenant.north.streetId}`), [])
  assert.deepEqual(await names(union, ''), ['王北'])
  assert.deepEqual(await names(union, `organisationId=${tenant.north.unionId}`), ['王北'])
})

test('without the function the list is forbidden, and a made-up cursor is an invalid input', async () => {
  const tenant = await makeTenant()
  assert.equal((await (await tenant.nobody()).get('/members')).status, 403)
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  for (const cursor of ['x', Buffer.from('["x"]').toString('base64url')]) {
    const { status, body } = await officer.get(`/members?cursor=${cursor}`)
    assert.equal(status, 400)
    assert.equal(body.error.fields?.[0]?.path, 'cursor')
  }
  assert.equal((await officer.get('/members?limit=0')).status, 400)
})

test('too many searches by the tail of a mobile are slowed down', async () => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  for (let i = 0; i < 30; i++) assert.equal((await officer.get(`/members?q=${1000 + i}`)).status, 200)
  const { status, body } = await officer.get('/members?q=2000')
  assert.equal(status, 429)
  assert.equal(body.error.code, 'people.too_many_searches')
  assert.equal((await officer.get('/members?q=王')).status, 200)
})

test('search by characters, pinyin and initials finds exactly what a slow filter finds', async () => {
  const tenant = await makeTenant()
  const random = randomFrom('people search')
  const people = Array.from({ length: 600 }, (_, at) => {
    const name =
      at % 9 === 0
        ? dottedName(random, 'female')
        : at % 7 === 0
          ? rareName(random, 'male')
          : ordinaryName(random, 'female')
    return { name, unionId: at % 3 === 0 ? tenant.north.unionId : tenant.south.unionId }
  })
  people.push(
    { name: '曾𠮷', unionId: tenant.north.unionId },
    { name: 'John Smith', unionId: tenant.north.unionId },
  )
  await tenant.inside((tx) => makeMembers(tx, people))
  const north = await tenant.officer('street_officer', tenant.north.streetId)
  const all = await tenant.officer('federation_officer', tenant.federationId)
  const place = fc.constantFrom(
    { officer: north, mine: (unionId: string) => unionId === tenant.north.unionId },
    { officer: all, mine: () => true },
  )
  const query = fc.oneof(
    fc.constantFrom('𠮷', '·', 'jsmith', 'smith', 'js', '曾𠮷', 'ai', 'w', 'wa', 'johnsm', 'zh'),
    fc
      .tuple(
        fc.integer({ min: 0, max: people.length - 1 }),
        fc.nat(3),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom('letters', 'pinyin', 'initials'),
      )
      .map(([at, from, length, form]) => pieceOf(people[at]!.name, { from, length, form })),
  )
  await fc.assert(
    fc.asyncProperty(query, place, async (q, { officer, mine }) => {
      fc.pre(q !== '')
      const within = people.filter(({ unionId }) => mine(unionId)).map(({ name }) => name)
      const expected = slowlyFound(within, q)
      assert.deepEqual(await names(officer, `q=${encodeURIComponent(q)}`), inOrder(expected), q)
    }),
    { numRuns: 150, seed: seedOf('search') },
  )
  assert.deepEqual(await tenant.inside(memberIndexDifferences), {
    missing: 0,
    surplus: 0,
    different: 0,
    misspelt: 0,
    counts: 0,
  })
})

test('pages follow each other without gaps in both directions, also among many', async () => {
  const tenant = await makeTenant()
  const random = randomFrom('people pages')
  const people = Array.from({ length: 3100 }, () => ({
    name: ordinaryName(random, 'male'),
    unionId: tenant.north.unionId,
  }))
  await tenant.inside((tx) => makeMembers(tx, people.slice(0, 120)))
  const officer = await tenant.officer('street_officer', tenant.north.streetId)
  assert.deepEqual(await pages(officer, ''), inOrder(people.slice(0, 120).map(({ name }) => name)))
  await tenant.inside((tx) => makeMembers(tx, people.slice(120)))
  const expected = inOrder(people.map(({ name }) => name))
  assert.deepEqual(await pages(officer, ''), expected)
  assert.deepEqual(await pages(officer, 'sort=-name'), expected.reverse())
})

async function names(officer: TestClient, query: string): Promise<string[]> {
  const { status, body } = await officer.get<List>(`/members?limit=200&${query}`)
  assert.equal(status, 200, JSON.stringify(body))
  if (body.nextCursor === null) assert.equal(body.items.length, body.total)
  else return pages(officer, query)
  return body.items.map((row) => row.name)
}

async function pages(officer: TestClient, query: string): Promise<string[]> {
  const found: string[] = []
  let cursor = ''
  for (;;) {
    const { status, body } = await officer.get<List>(
      `/members?limit=${cursor === '' ? 50 : 200}&${query}${cursor}`,
    )
    assert.equal(status, 200)
    found.push(...body.items.map((row) => row.name))
    if (body.nextCursor === null) {
      assert.equal(found.length, body.total)
      return found
    }
    cursor = `&cursor=${body.nextCursor}`
  }
}

/** Which of some names are found by a text, without an index. */
function slowlyFound(among: readonly string[], q: string): string[] {
  const wanted = searchedLetters(q)
  if (wanted === '') return []
  if (!/^[a-z]+$/.test(wanted)) return among.filter((name) => searchedLetters(name).includes(wanted))
  const spelt = among.filter((name) => {
    const spelling = spellingOf(name)
    return speltRuns(spelling).has(wanted) || initialRuns(spelling).has(wanted)
  })
  if (spelt.length > 0) return spelt
  return among.filter((name) => spellingOf(name).syllables.join('').startsWith(wanted))
}

function pieceOf(name: string, cut: { from: number; length: number; form: string }): string {
  const { syllables } = spellingOf(name)
  const of = <T>(parts: readonly T[]) =>
    parts.slice(cut.from % parts.length, (cut.from % parts.length) + cut.length)
  if (cut.form === 'pinyin') return of(syllables).join('')
  if (cut.form === 'initials') return of(syllables.map((syllable) => syllable.slice(0, 1))).join('')
  return of([...name]).join('')
}

function inOrder(list: readonly string[]): string[] {
  const key = (name: string) => Buffer.from(sortKey(name), 'utf8')
  return [...list].sort((a, b) => Buffer.compare(key(a), key(b)))
}

function seedOf(name: string): number {
  const seed = Number(process.env.GONGHUI_SEED ?? Date.now() % 2 ** 31)
  console.log(`${name}: seed ${seed} (GONGHUI_SEED)`)
  return seed
}
