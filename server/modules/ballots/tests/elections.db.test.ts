import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Ballot, BallotRoundResult } from '#contract/ballots-shapes.ts'
import { testServer } from '#server/test/server.ts'
import {
  approve,
  opened,
  paper,
  planned,
  standLongEnough,
  voted,
  type ElectionWorld,
} from './election-world.ts'

process.env.GONGHUI_CLOCK = '2026-06-30T04:00:00Z'

const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)
const result = async (world: ElectionWorld) =>
  (
    await world.chair.get<{ rounds: BallotRoundResult[]; elected: string[]; next: Ballot['next'] }>(
      `/ballots/${world.ballotId}/result`,
    )
  ).body

test('from the request to the post: two key the papers, a seat left is voted again, the higher union confirms, the term runs from the assembly', async () => {
  const world = await planned({ members: 7, seats: 3 })
  assert.deepEqual(await world.refused('/roll', { asOf: '2026-06-30' }), [409, 'ballots.not_now'])
  assert.equal((await world.chair.get(`/ballots/${world.ballotId}/documents/roll`)).status, 422)
  const open = await opened(world, 4)
  assert.deepEqual(
    [open.state, open.roll?.due, open.round?.quorumNeeded, open.round?.majorityNeeded, open.candidatesNeeded],
    ['voting', 7, 5, 4, 4],
  )
  // 7, 7, 3, 3 of 7 with 4 needed: one seat is left, and a committee of two is too small to end with.
  const short = await voted(world, [...times(3, paper('yyy-')), paper('yy--'), ...times(3, paper('yy-y'))])
  assert.deepEqual([short.state, short.next.map(({ kind }) => kind)], ['counted', ['new_vote']])
  const first = (await result(world)).rounds[0]!
  assert.deepEqual(
    first.tallies.map(({ yes, outcome }) => [yes, outcome]),
    [
      [7, 'elected'],
      [7, 'elected'],
      [3, 'below'],
      [3, 'below'],
    ],
  )
  assert.deepEqual(await world.refused('/decision', { kind: 'run_off' }), [422, 'ballots.step_not_open'])
  const again = await world.step('/decision', { kind: 'new_vote' })
  assert.deepEqual([again.state, again.round?.seats, again.round?.candidates.length], ['voting', 1, 2])
  const level = await voted(world, [...times(4, paper('y-')), ...times(3, paper('-y'))])
  assert.deepEqual(
    level.next.map(({ kind }) => kind),
    ['finish'],
  )
  await world.step('/decision', { kind: 'finish' })
  await world.step('/result/submission')
  await approve(world)
  assert.equal((await world.look()).state, 'confirmed')
  assert.equal((await result(world)).elected.length, 3)
  const { owner } = await testServer()
  const held = await owner.query(
    `select starts_on::text, ends_before::text, basis from appointments where tenant_id = $1 and organisation_id = $2 and post = 'union_committee_member'`,
    [world.tenant.id, world.tenant.north.unionId],
  )
  assert.deepEqual(
    held.rows,
    times(3, { starts_on: '2026-06-30', ends_before: '2031-06-30', basis: 'election' }),
  )
  for (const [document, says] of [
    ['report', '选举结果报告单'],
    ['roll', '选民名册'],
    ['notice', '工会委员会委员候选人名单公示'],
    ['paper', '工会委员会委员选票'],
    ['reply', '关于北机械厂工会委员会“第三届委员会选举”选举结果的批复'],
  ]) {
    const paper = await world.chair.get<{ title: string; blocks: { text: string; rows: string[][] }[] }>(
      `/ballots/${world.ballotId}/documents/${document}`,
    )
    assert.equal(paper.body.title, says)
    assert.ok(paper.body.blocks.every(({ text, rows }) => text !== '' || rows.length > 0))
  }
  const report = await world.chair.get(`/ballots/${world.ballotId}/documents/report/file`)
  assert.equal(report.status, 200)
})

test('a tie at the last seat goes to a run-off among the tied, where more votes win', async () => {
  const world = await planned({ members: 6, seats: 3 })
  await opened(world, 4)
  const tied = await voted(world, [
    ...times(2, paper('yyy-')),
    ...times(2, paper('yy-y')),
    paper('-yyy'),
    paper('y-yy'),
  ])
  // 5, 5, 4, 4 of 6.
  assert.deepEqual(
    tied.next.map(({ kind, seats, candidateIds }) => [kind, seats, candidateIds.length]),
    [['run_off', 1, 2]],
  )
  const runOff = await world.step('/decision', { kind: 'run_off' })
  assert.deepEqual([runOff.round?.kind, runOff.round?.majorityNeeded], ['run_off', null])
  await voted(world, [...times(3, paper('y-')), ...times(2, paper('-y'))])
  const { rounds } = await result(world)
  assert.deepEqual(
    rounds[1]?.reasons.map(({ code }) => code),
    [
      'returned_within_issued',
      'quorum_reached',
      'ballots_void',
      'no_majority_needed',
      'elected',
      'all_seats_filled',
    ],
  )
})

test('whoever asked does not decide, and a union decides nothing about itself', async () => {
  const world = await planned({ members: 5, seats: 3 })
  await world.step('/submission')
  const { requestId } = await world.look()
  for (const who of [world.chair, world.officer]) {
    const { status } = await who.post(`/approvals/${requestId}/decision`, { decision: 'approve' })
    assert.equal(status, 404)
  }
  await approve(world)
  assert.equal((await world.look()).state, 'approved')
})

test('a candidacy barred by a rule says which, stands on no paper, and does not count towards those needed', async () => {
  const world = await planned({ members: 8, seats: 3 })
  await world.step('/submission')
  await approve(world)
  await world.step('/roll', { asOf: '2026-06-30' })
  const blocked = await world.step('/candidates', {
    entryNo: 1,
    declared: ['sibling', 'finance_staff'],
  })
  assert.deepEqual(blocked.candidates[0]?.blockedBy, [
    { declaration: 'sibling', source: '中华人民共和国工会法 第十条' },
  ])
  assert.deepEqual(await world.refused('/candidates', { entryNo: 1, declared: [] }), [
    409,
    'ballots.nominated_already',
  ])
  assert.deepEqual(await world.refused('/candidates', { entryNo: 99, declared: [] }), [400, 'common.invalid'])
  for (const entryNo of [2, 3, 4]) await world.step('/candidates', { entryNo, declared: [] })
  assert.deepEqual(await world.refused('/notice'), [422, 'ballots.too_few_candidates'])
  await world.step('/candidates', { entryNo: 5, declared: [] })
  const published = await world.step('/notice')
  // Five working days from Tuesday, 30 June 2026.
  assert.deepEqual([published.notice?.lastDay, published.notice?.counted], ['2026-07-07', 'working'])
  assert.deepEqual(await world.refused('/rounds'), [422, 'ballots.notice_stands'])
  await standLongEnough(world)
  const objected = await world.step('/objections', { reason: '候选人资格有疑问' })
  assert.deepEqual(await world.refused('/rounds'), [422, 'ballots.notice_stands'])
  await world.step(`/objections/${objected.notice!.objections[0]!.id}/answer`, { answer: '已核实，符合条件' })
  assert.equal((await world.step('/rounds')).round?.candidates.length, 4)
})

test('papers: nobody gets two, two different people key each bundle, differences block the close', async () => {
  const world = await planned({ members: 5, seats: 3 })
  await opened(world, 4)
  await world.step('/papers', { entryNos: [1, 2, 3, 4] })
  assert.deepEqual(await world.refused('/papers', { entryNos: [4, 5] }), [409, 'ballots.has_paper'])
  assert.deepEqual(await world.refused('/papers', { entryNos: [6] }), [422, 'ballots.not_on_roll'])
  assert.equal((await world.look()).round?.issued, 4)
  const papers = [paper('yyy-'), paper('yy--'), paper('----')]
  await world.step('/paper-entries', { bundleNo: 1, papers })
  assert.deepEqual(await world.refused('/closing', { returned: 3, spoilt: 0 }), [409, 'ballots.bundles_open'])
  const other = await world.officer.post<{ differences: number[] }>(
    `/ballots/${world.ballotId}/paper-entries`,
    {
      bundleNo: 1,
      papers: [papers[0], paper('yy-y'), papers[2]],
    },
  )
  assert.deepEqual(other.body.differences, [2])
  const third = await world.tenant.officer('scrutineer', world.tenant.north.unionId)
  assert.deepEqual(await world.refused('/paper-entries', { bundleNo: 1, papers }, third), [
    409,
    'ballots.two_have_keyed',
  ])
  assert.deepEqual(await world.refused('/closing', { returned: 3, spoilt: 0 }), [409, 'ballots.bundles_open'])
  await world.step('/paper-entries', { bundleNo: 1, papers }, world.officer)
  assert.deepEqual(await world.refused('/paper-entries', { bundleNo: 1, papers }), [
    409,
    'ballots.bundle_settled',
  ])
  assert.deepEqual(await world.refused('/closing', { returned: 4, spoilt: 0 }), [
    422,
    'ballots.papers_differ',
  ])
  assert.deepEqual(await world.refused('/closing', { returned: 3, spoilt: 2 }), [
    422,
    'ballots.does_not_add_up',
  ])
  assert.deepEqual(await world.refused('/paper-entries', { bundleNo: 2, papers: [paper('y')] }), [
    400,
    'common.invalid',
  ])
  await world.step('/closing', { returned: 3, spoilt: 1 })
  const { rounds } = await result(world)
  const { issued, returned, spoilt, notReturned, outcome } = rounds[0]!
  assert.deepEqual([issued, returned, spoilt, notReturned, outcome], [4, 3, 1, 0, 'no_quorum'])
  assert.deepEqual(
    (await world.look()).next.map(({ kind }) => kind),
    ['repeat'],
  )
})

test('before the close nobody can ask for anything the papers say; under five valid papers votes are not told', async () => {
  const world = await planned({ members: 4, seats: 3 })
  await opened(world, 4)
  await world.step('/papers', { entryNos: [1, 2, 3, 4] })
  const papers = times(4, paper('yyy-'))
  await world.step('/paper-entries', { bundleNo: 1, papers })
  for (const who of [world.chair, world.officer, world.street]) {
    const { body } = await who.get<{ rounds: unknown[] }>(`/ballots/${world.ballotId}/result`)
    assert.deepEqual(body.rounds, [])
    const { status } = await who.get(`/ballots/${world.ballotId}/paper-entries/1`)
    assert.equal(status, who === world.chair ? 200 : 404)
  }
  await world.step('/paper-entries', { bundleNo: 1, papers }, world.officer)
  await world.step('/closing', { returned: 4, spoilt: 0 })
  const { rounds, elected } = await result(world)
  assert.deepEqual(
    rounds[0]?.tallies.map(({ yes, no, abstain }) => [yes, no, abstain]),
    times(4, [null, null, null]),
  )
  assert.equal(elected.length, 3)
  assert.deepEqual(await world.refused('/paper-entries', { bundleNo: 2, papers }), [409, 'ballots.not_now'])
})

test('a committee outside the table of sizes, a term of four years and two chairs are refused', async () => {
  const world = await planned({ members: 5, seats: 9 })
  await world.step('/submission')
  await approve(world)
  assert.deepEqual(await world.refused('/roll', { asOf: '2026-06-30' }), [422, 'ballots.committee_size'])
  assert.deepEqual(await world.refused('/roll', { asOf: '2026-07-01' }), [400, 'common.invalid'])
  const plan = (more: object) =>
    world.chair.post('/ballots', {
      organisationId: world.tenant.north.unionId,
      kind: 'chair',
      title: '补选',
      seats: 1,
      termYears: 5,
      meetingOn: '2026-06-30',
      ...more,
    })
  assert.equal((await plan({ termYears: 4 })).status, 422)
  assert.equal((await plan({ seats: 2 })).status, 400)
  assert.equal((await plan({ meetingOn: '2026-06-29' })).status, 400)
  assert.equal((await plan({ organisationId: world.tenant.south.unionId })).status, 404)
})
