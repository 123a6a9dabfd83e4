import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bytesOfHex, hexOf, sha256 } from '#contract/sealed-votes/bytes.ts'
import { requestToken, type Token } from '#contract/sealed-votes/tokens.ts'
import type { AppError } from '#server/platform/errors.ts'
import { testServer } from '#server/test/server.ts'
import {
  boardSeen,
  cast,
  closeAndCount,
  drawToken,
  sealedFor,
  surrender,
  voteWorld,
} from './phone-vote-world.ts'
import { castVote } from '../urn/index.ts'

const refused = (code: string) => (error: AppError) => error.code === code

async function drawAll(world: Awaited<ReturnType<typeof voteWorld>>, count: number): Promise<Token[]> {
  const tokens: Token[] = []
  for (let line = 0; line < count; line += 1) tokens.push(await drawToken(world, line))
  return tokens
}

test('a vote by phone from permission to result: every receipt is on the board, and plain ballots have no hash', async () => {
  const world = await voteWorld(13)
  const tokens = await drawAll(world, 12)
  await assert.rejects(drawToken(world, 0), refused('phone_votes.token_drawn'))
  assert.equal((await world.step('opening')).status, 200)
  assert.equal((await world.step('opening')).status, 200, 'asked again after a crash')
  await assert.rejects(drawToken(world, 12), refused('phone_votes.token_period_over'))
  const receipts: string[] = []
  for (const [at, token] of tokens.entries()) receipts.push(await cast(world, token, [1, at % 2 ? 1 : 2, 0]))
  const first = receipts[0]!
  receipts[0] = await cast(world, tokens[0]!, [2, 2, 1])
  await surrender(world, tokens[11]!)
  const open = await boardSeen(world)
  assert.equal(open.result, null)
  assert.deepEqual([open.issued, open.due, open.live, open.replaced, open.cancelled], [12, 13, 11, 1, 1])
  const seen = async (receipt: string) =>
    (await world.chair.get<{ mark: string }>(`/public/votes/${world.voteId}/receipts/${receipt}`)).body.mark
  assert.equal(await seen(first), 'replaced')
  assert.equal(await seen(receipts[0]), 'live')
  assert.equal(await seen(receipts[11]!), 'cancelled')
  await closeAndCount(world)
  await assert.rejects(cast(world, tokens[1]!, [1, 1, 1]), refused('phone_votes.urn_closed'))
  const { result, lines } = await boardSeen(world)
  assert.equal(result!.cast, 11)
  assert.deepEqual(result!.sums![0], { name: '甲候选', yes: 10, no: 1, abstain: 0 })
  assert.deepEqual(result!.sums![2], { name: '丙候选', yes: 1, no: 0, abstain: 0 })
  assert.equal(result!.ballots!.length, 11)
  for (const receipt of receipts) assert.ok(lines.some(({ hash }) => hash === receipt))
})

test('below ten ballots only sums are shown, below five nothing of this urn', async () => {
  for (const [count, sums] of [
    [4, false],
    [9, true],
  ] as const) {
    const world = await voteWorld(count)
    const tokens = await drawAll(world, count)
    await world.step('opening')
    for (const token of tokens) await cast(world, token, [1, 0, 0])
    await closeAndCount(world)
    const { result } = await boardSeen(world)
    assert.equal(result!.cast, count)
    assert.equal(result!.ballots, null)
    assert.equal(result!.sums !== null, sums)
  }
})

test('steps are taken in order, permission by a higher union only, and the secret must be the committee’s', async () => {
  const world = await voteWorld(1)
  const own = await world.chair.post<{ error: { code: string } }>(`/phone-votes/${world.voteId}/permission`)
  assert.equal(own.status, 403)
  assert.equal((await world.step('committee-key', { committeeKey: 'ab'.repeat(32) })).status, 409)
  assert.equal((await world.step('closing')).status, 409)
  await world.step('opening')
  await world.step('closing')
  const wrong = await world.step('count', { committeeSecret: '01'.repeat(32) })
  assert.equal(wrong.body.error.code, 'phone_votes.secret_wrong')
})

test('nothing goes into the urn without a token of this vote, for other bytes, or twice', async () => {
  const world = await voteWorld(2)
  const token = await drawToken(world, 0)
  const { platform } = await testServer()
  await assert.rejects(cast(world, token, [1, 0, 0]), refused('common.not_found'), 'before the opening')
  await world.step('opening')
  const forged = { serial: requestToken().serial, secret: await sha256(token.secret) }
  await assert.rejects(cast(world, forged, [1, 0, 0]), refused('phone_votes.token_refused'))
  const sent = await sealedFor(world, token, [1, 0, 0])
  const changed = {
    ...sent,
    encryptedBallot: sent.encryptedBallot.replace(/.$/, (end) => (end === '0' ? '1' : '0')),
  }
  await assert.rejects(castVote(platform, changed), refused('phone_votes.token_refused'))
  const receipt = await castVote(platform, sent)
  assert.deepEqual(await castVote(platform, sent), receipt, 'sent again after a lost answer')
  await cast(world, token, [0, 1, 0])
  await assert.rejects(
    castVote(platform, sent),
    refused('phone_votes.replaced_already'),
    'an old ballot does not come back',
  )
  assert.equal((await boardSeen(world)).live, 1)
})

test('paper is handed out to whoever drew no token, or gave theirs up: one code for one line', async () => {
  const world = await voteWorld(3)
  const [first, second] = await drawAll(world, 2)
  await world.step('opening')
  const paperFor = (entryNo: number, code?: string) =>
    world.step('surrenders', { entryNo, ...(code && { code }) })
  assert.equal((await paperFor(3)).status, 200)
  assert.equal((await paperFor(1)).body.error.code, 'phone_votes.token_not_surrendered')
  assert.equal((await paperFor(1, 'ab'.repeat(6))).body.error.code, 'phone_votes.code_unknown')
  await cast(world, first!, [1, 0, 0])
  const code = await surrender(world, first!)
  assert.equal(await surrender(world, first!), code)
  await assert.rejects(cast(world, first!, [1, 0, 0]), refused('phone_votes.token_surrendered'))
  assert.equal((await paperFor(1, code)).status, 200)
  assert.equal((await paperFor(2, code)).body.error.code, 'phone_votes.code_used')
  await surrender(world, second!)
  const { live, cancelled, surrendered } = await boardSeen(world)
  assert.deepEqual([live, cancelled, surrendered], [0, 1, 2])
})

test('the urn’s role sees no roll, the server’s role no urn, and casting leaves no row outside the urn', async () => {
  const world = await voteWorld(1)
  const token = await drawToken(world, 0)
  await world.step('opening')
  const { platform, owner } = await testServer()
  await assert.rejects(platform.pool.query('select from urn.ballots'), /permission denied/)
  await assert.rejects(platform.urn.query('select from phone_vote_voters'), /permission denied/)
  await assert.rejects(platform.urn.query('select from sessions'), /permission denied/)
  const outside = async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' order by 1`,
    )
    const counts: string[] = []
    for (const { name } of rows)
      counts.push(
        `${name} ${(await owner.query(`select count(*), max(xmin::text::bigint) from "${name}"`)).rows.map((row) => Object.values(row as object).join(' '))}`,
      )
    return counts
  }
  const before = await outside()
  const sent = await sealedFor(world, token, [1, 0, 0])
  const answer = await world.chair.post<{ receipt: string }>(`/public/votes/${world.voteId}/ballots`, {
    token: sent.token,
    encryptedBallot: sent.encryptedBallot,
  })
  assert.equal(answer.status, 201, 'signed in or not: nobody looks')
  assert.deepEqual(await outside(), before)
  assert.equal(answer.body.receipt, hexOf(await sha256(bytesOfHex(sent.encryptedBallot))))
})
