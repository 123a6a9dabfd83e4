import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { makeTenant } from '#server/test/makers.ts'
import { importer } from './test/import-harness.ts'
import { citizenNumber, sheetOf, viewHash, type SheetPerson } from './test/small-roster.ts'

const places = [
  { union: '北机械厂工会委员会', employer: '北机械厂' },
  { union: '南机械厂工会委员会', employer: '南机械厂' },
]

/** A few persons, the same one perhaps told of twice: the later row says no less than the earlier one. */
const roster = fc
  .uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 8 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((n) =>
        fc.record({
          n: fc.constant(n),
          place: fc.constantFrom(...places),
          education: fc.constantFrom('', '本科', '大专'),
          job: fc.constantFrom('', '车工', '质检'),
          joined: fc.constantFrom('', '2019', '2020-05', '2021-03-04'),
          mobile: fc.constantFrom('', `1420000${String(1000 + n)}`),
        }),
      ),
    ),
  )

const runs = 4
const seed = Number(process.env.SPLIT_SEED ?? Date.now() % 1_000_000)

test(`a roster gives the same view however it is split into files (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(roster, fc.array(fc.nat(7), { minLength: 1, maxLength: 3 }), async (people, cuts) => {
      const persons = people.map(asPerson)
      const whole = await viewAfter([persons])
      const parts = await viewAfter(splitAt(persons, cuts))
      const repeated = await viewAfter([persons.slice(0, 3), persons])
      assert.equal(parts, whole)
      assert.equal(repeated, whole)
    }),
    { seed, numRuns: runs },
  )
})

test('a roster that differs in one cell gives another view', async () => {
  const person = asPerson({ n: 1, place: places[0]!, education: '本科', job: '', joined: '', mobile: '' })
  assert.notEqual(await viewAfter([[person]]), await viewAfter([[{ ...person, education: '大专' }]]))
})

interface Drawn {
  n: number
  place: (typeof places)[number]
  education: string
  job: string
  joined: string
  mobile: string
}

function asPerson({ n, place, ...others }: Drawn): SheetPerson {
  return { name: `测${String.fromCharCode(0x7530 + n)}`, number: citizenNumber(n), ...place, ...others }
}

function splitAt(persons: readonly SheetPerson[], cuts: readonly number[]): SheetPerson[][] {
  const at = [...new Set([0, ...cuts.map((cut) => cut % persons.length), persons.length])].sort(
    (a, b) => a - b,
  )
  return at.slice(1).map((end, index) => persons.slice(at[index], end))
}

/** The view after importing these files in turn; then every import is undone, and the view is as it was. */
async function viewAfter(files: readonly (readonly SheetPerson[])[]): Promise<string> {
  const { tenant, harness, officer } = await (place ??= makePlace())
  const before = await tenant.inside(viewHash)
  const ids: string[] = []
  for (const persons of files) {
    const imported = await harness.dryRun(officer, {
      file: sheetOf(persons),
      fields: { organisationId: tenant.federationId },
    })
    const { new: added, changed, same, rows } = imported.counts!
    assert.equal(added + changed + same, rows)
    await harness.commit(officer, imported.id)
    ids.push(imported.id)
  }
  const after = await tenant.inside(viewHash)
  for (const id of ids.reverse()) assert.equal((await harness.undo(officer, id)).undo?.rowsLeft, 0)
  assert.equal(await tenant.inside(viewHash), before)
  return after
}

let place: ReturnType<typeof makePlace> | undefined

async function makePlace() {
  const tenant = await makeTenant()
  const harness = await importer(tenant)
  return { tenant, harness, officer: await tenant.officer('federation_officer', tenant.federationId) }
}
