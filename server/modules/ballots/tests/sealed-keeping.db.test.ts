import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RunningJob } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import { removeDue } from '#server/modules/retention/run-retention.ts'
import { testServer } from '#server/test/server.ts'
import { keepingJobs } from '../keeping/destroy-ballots.ts'
import { checkUrn } from '../urn/index.ts'
import { approve, paper } from './election-world.ts'
import { joined, openBoth, type JoinedWorld } from './joined-world.ts'
import { boardSeen, cast, closeAndCount, drawToken, surrender, voteWorld } from './phone-vote-world.ts'

process.env.GONGHUI_CLOCK = '2026-06-30T04:00:00Z'

/** What is left of a vote by phone, on both sides. */
async function leftOf(voteId: string): Promise<unknown> {
  const { owner } = await testServer()
  const { rows } = await owner.query(
    `select (select count(*)::int from urn.ballots where vote_id = $1) as hashes,
       (select count(*)::int from urn.ballots where vote_id = $1 and (sealed is not null or signature is not null)) as sealed,
       (select count(*)::int from urn.opened where vote_id = $1) as opened,
       (select count(*)::int from phone_vote_voters where vote_id = $1) as lines,
       (select count(*)::int from phone_vote_surrenders where vote_id = $1) as surrenders`,
    [voteId],
  )
  return rows[0]
}

/** A night's run of retention, and what it ordered. */
async function night({ tenant }: Pick<JoinedWorld['phone'], 'tenant'>): Promise<void> {
  const { platform, owner } = await testServer()
  await tenant.inside((tx) => removeDue(tx))
  const { rows } = await owner.query<{ payload: Record<string, string> }>(
    `select payload from jobs where tenant_id = $1 and kind = 'phone_votes.destroy'`,
    [tenant.id],
  )
  const destroy = keepingJobs(platform)['phone_votes.destroy']!
  // Twice, as after a crash.
  for (const { payload } of [...rows, ...rows])
    await destroy({ tenantId: tenant.id, payload } as unknown as RunningJob)
}

/** The kinds of faults found after one more hash was removed: of a ballot that replaced another one, or of one that stood by itself. */
async function removedFaults(
  platform: Platform,
  voteId: string,
  { isReplacing, known }: { isReplacing: boolean; known: Parameters<typeof checkUrn>[2] },
): Promise<string[]> {
  const { owner } = await testServer()
  const { rowCount } = await owner.query(
    `delete from urn.ballots where vote_id = $1 and hash = (select min(hash) from urn.ballots b where vote_id = $1
       and exists (select from urn.struck s where s.vote_id = b.vote_id and s.serial = b.serial) = $2)`,
    [voteId, isReplacing],
  )
  assert.equal(rowCount, 1)
  return (await checkUrn(platform, voteId, known)).map(({ kind }) => kind).toSorted()
}

/** An election confirmed with nine ballots by phone, one of them replaced, and one token given up for paper. */
async function confirmedWorld(): Promise<JoinedWorld> {
  const world = await joined(10, 4)
  const { election, phone } = world
  const tokens = []
  for (let line = 0; line < 10; line += 1) tokens.push(await drawToken(phone, line))
  await openBoth(world)
  for (const token of tokens) await cast(phone, token, [1, 1, 1, 2])
  await cast(phone, tokens[0]!, [1, 1, 1, 0])
  const code = await surrender(phone, tokens[9]!)
  await election.officer.post(`/phone-votes/${phone.voteId}/surrenders`, { entryNo: 10, code })
  await election.step('/papers', { entryNos: [10] })
  for (const person of [election.chair, election.officer])
    await election.step('/paper-entries', { bundleNo: 1, papers: [paper('yyy-')] }, person)
  await closeAndCount(phone)
  await election.step('/closing', { returned: 1, spoilt: 0 })
  await election.step('/decision', { kind: 'finish' })
  await election.step('/result/submission')
  await approve(election)
  return world
}

test('sealed and opened ballots by phone are kept for a year after the confirmation, then destroyed with who drew a token; hashes and sums stay', async () => {
  const { election, phone } = await confirmedWorld()
  const { owner, platform } = await testServer()
  const confirmedOn = (day: string) =>
    owner.query(
      `update election_steps set taken_at = $2::timestamptz where election_id = $1 and step = 'confirmed'`,
      [election.ballotId, `${day}T04:00:00Z`],
    )
  const board = await boardSeen(phone)
  const kept = { hashes: 9, sealed: 9, opened: 9, lines: 10, surrenders: 1 }
  await confirmedOn('2025-06-30')
  await night(phone)
  assert.deepEqual(await leftOf(phone.voteId), kept)
  assert.equal((await boardSeen(phone)).destroyedOn, null)

  await confirmedOn('2025-06-29')
  await night(phone)
  assert.deepEqual(await leftOf(phone.voteId), { hashes: 9, sealed: 0, opened: 0, lines: 0, surrenders: 0 })
  assert.deepEqual(await boardSeen(phone), { ...board, destroyedOn: '2026-06-30' })
  assert.deepEqual([board.issued, board.result!.sums![0]!.yes], [10, 10])
  const logged = await owner.query(
    `select from audit_entries where tenant_id = $1 and action = 'phone_votes.destroyed'`,
    [election.tenant.id],
  )
  assert.equal(logged.rowCount, 1)

  // The copy of the board outside still finds a hash that goes; without the record of the destruction an emptied urn is a fault.
  const known = { lines: board.lines, issued: board.issued }
  assert.deepEqual(await checkUrn(platform, phone.voteId, { ...known, isDestroyed: true }), [])
  const faults = await checkUrn(platform, phone.voteId, { ...known, isDestroyed: false })
  assert.equal(faults.filter(({ kind }) => kind === 'not_a_ballot').length, 9)
  const removed = (isReplacing: boolean) =>
    removedFaults(platform, phone.voteId, { isReplacing, known: { ...known, isDestroyed: true } })
  assert.deepEqual(await removed(false), ['removed'])
  assert.deepEqual(await removed(true), ['removed', 'removed', 'replaced_by_nothing'])
})

test('an election that was never confirmed keeps its ballots, and a vote by itself goes a year after its count', async () => {
  const alone = await voteWorld(6)
  const tokens = []
  for (let line = 0; line < 6; line += 1) tokens.push(await drawToken(alone, line))
  assert.equal((await alone.step('opening')).status, 200)
  for (const token of tokens) await cast(alone, token, [1, 2, 0])
  const { owner } = await testServer()
  const steppedOn = (day: string) =>
    owner.query(`update phone_vote_steps set taken_at = $2::timestamptz where vote_id = $1`, [
      alone.voteId,
      `${day}T04:00:00Z`,
    ])
  await steppedOn('2020-01-01')
  await night(alone)
  assert.deepEqual(await leftOf(alone.voteId), { hashes: 6, sealed: 6, opened: 0, lines: 6, surrenders: 0 })
  await closeAndCount(alone)
  const { result } = await boardSeen(alone)
  await steppedOn('2025-06-29')
  await night(alone)
  assert.deepEqual(await leftOf(alone.voteId), { hashes: 6, sealed: 0, opened: 0, lines: 0, surrenders: 0 })
  assert.deepEqual((await boardSeen(alone)).result, result)
})
