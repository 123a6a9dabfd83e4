import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomFrom } from '#tools/generate/random.ts'
import { countBallots, type ToCount } from '../count.ts'
import { nextSteps, runOffRules, stepsOfRecall } from '../next-ballot.ts'
import type { CountedBallot, Mark } from '../result.ts'
import { candidatesNeeded, neededFor, type CountingRules, type Share } from '../rules.ts'
import { countedTwice } from './agree.ts'
import { countEveryWay } from './every-way.ts'
import { randomElection } from './random-ballots.ts'

const twoThirds: Share = { numerator: 2, denominator: 3, operator: '>=', base: 'due' }
const half: Share = { numerator: 1, denominator: 2, operator: '>', base: 'due' }
const rules: CountingRules = {
  seats: 1,
  quorum: twoThirds,
  majority: half,
  writeIns: 'allowed',
  blank: 'valid',
}
const ballot = (...yes: string[]): CountedBallot => ({
  marks: Object.fromEntries(yes.map((name) => [name, 'yes' as const])),
  writeIns: [],
  unclear: false,
})
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)

/** Counts `ballots` with all of those due given a paper. */
function count(
  input: Partial<ToCount> & { due: number; ballots: readonly CountedBallot[]; with?: Partial<CountingRules> },
) {
  return countedTwice({
    candidates: ['a', 'b', 'c'],
    turnout: { due: input.due, issued: input.due },
    decisions: { barred: [] },
    ...input,
    rules: { ...rules, ...input.with },
  })
}

test('B1: two thirds of those due, the exact number included; where a text says “more than”, it is not', () => {
  const table = [
    [100, 67, 67],
    [99, 66, 67],
    [25, 17, 17],
    [10, 7, 7],
    [3, 2, 3],
  ] as const
  for (const [due, least, more] of table) {
    assert.equal(neededFor(due, twoThirds), least)
    assert.equal(neededFor(due, { ...twoThirds, operator: '>' }), more)
    assert.equal(count({ due, ballots: times(least, ballot('a')) }).outcome, 'complete')
    const missed = count({ due, ballots: times(least - 1, ballot('a')) })
    assert.deepEqual([missed.outcome, missed.elected, missed.seatsLeft], ['no_quorum', [], 1])
  }
})

test('B2: more than half of those due elects, exactly half does not, and the base may be another', () => {
  const table = [
    [100, 51],
    [101, 51],
    [24, 13],
    [25, 13],
  ] as const
  for (const [due, needed] of table) {
    const votes = (yes: number) =>
      count({ due, ballots: [...times(yes, ballot('a')), ...times(due - yes, ballot())] })
    assert.equal(votes(needed).majorityNeeded, needed)
    assert.deepEqual(votes(needed).elected, ['a'])
    assert.deepEqual([votes(needed - 1).outcome, votes(needed - 1).elected], ['shortfall', []])
  }
  const ballots = [...times(36, ballot('a')), ...times(34, ballot('b'))]
  assert.equal(count({ due: 100, ballots }).outcome, 'shortfall')
  assert.deepEqual(count({ due: 100, ballots, with: { majority: { ...half, base: 'attended' } } }).elected, [
    'a',
  ])
})

test('B15: a recall needs more than half of all, whoever was due and however few came', () => {
  const table = [
    [100, 70, 51],
    [99, 70, 50],
    [2, 2, 2],
    [1, 1, 1],
  ] as const
  for (const [all, due, needed] of table) {
    const recall = (yes: number) =>
      countedTwice({
        rules: { ...rules, majority: { ...half, base: 'all' }, writeIns: 'void' },
        candidates: ['a'],
        turnout: { due, issued: due, all },
        ballots: [...times(yes, ballot('a')), ...times(due - yes, ballot())],
        decisions: { barred: [] },
      })
    assert.equal(recall(needed).majorityNeeded, needed)
    assert.deepEqual(recall(needed).elected, ['a'])
    assert.deepEqual(recall(needed - 1).elected, [])
    assert.deepEqual(stepsOfRecall(recall(needed - 1)), [{ kind: 'finish' }])
  }
  const empty = countedTwice({
    rules,
    candidates: ['a'],
    turnout: { due: 9, issued: 9 },
    ballots: [],
    decisions: { barred: [] },
  })
  assert.deepEqual(stepsOfRecall(empty), [{ kind: 'repeat' }])
})

test('B3: as many papers back as were given out are counted, one more and the whole ballot is void', () => {
  const turnout = { due: 10, issued: 8 }
  assert.equal(count({ due: 10, turnout, ballots: times(8, ballot('a')) }).outcome, 'complete')
  const over = count({ due: 10, turnout, ballots: times(9, ballot('a')) })
  assert.deepEqual([over.outcome, over.elected, over.reasons.length], ['void', [], 1])
})

test('B4: as many marks as seats are valid, one more is void, and a name written in is a mark', () => {
  const two = { seats: 2 }
  const voidBy = (one: CountedBallot, extra: Partial<CountingRules> = {}) =>
    count({ due: 1, ballots: [one], with: { ...two, ...extra } }).voidBy
  const none = { unclear: 0, over_marked: 0, write_in: 0, blank: 0 }
  assert.deepEqual(voidBy(ballot('a', 'b')), none)
  assert.deepEqual(voidBy(ballot('a', 'b', 'c')), { ...none, over_marked: 1 })
  assert.deepEqual(voidBy({ ...ballot('a'), writeIns: ['丁'] }), none)
  assert.deepEqual(voidBy({ ...ballot('a', 'b'), writeIns: ['丁'] }), { ...none, over_marked: 1 })
  assert.deepEqual(voidBy({ ...ballot('a'), writeIns: ['丁'] }, { writeIns: 'void' }), {
    ...none,
    write_in: 1,
  })
  assert.deepEqual(voidBy(ballot()), none)
  assert.deepEqual(voidBy(ballot(), { blank: 'void' }), { ...none, blank: 1 })
  assert.deepEqual(voidBy({ ...ballot('a'), unclear: true }), { ...none, unclear: 1 })
})

test('a void ballot has come back: it counts for the quorum and not for a majority of valid ballots', () => {
  const ballots = [ballot('a'), ballot('a', 'b')]
  const result = count({ due: 3, ballots, with: { majority: { ...half, base: 'valid' } } })
  assert.deepEqual([result.attended, result.valid, result.majorityNeeded, result.elected], [2, 1, 1, ['a']])
})

test('B4: somebody written in is elected like anybody else, unless barred', () => {
  const ballots = times(3, { marks: {}, writeIns: ['丁'], unclear: false })
  assert.deepEqual(count({ due: 3, ballots }).elected, ['丁'])
  const barred = count({ due: 3, ballots, decisions: { barred: ['丁'] } })
  assert.deepEqual([barred.elected, barred.tallies[0]?.yes, barred.tallies[0]?.outcome], [[], 3, 'barred'])
})

test('B5: the surplus is rounded up and at least one', () => {
  const five = { percent: 5, least: 1 }
  const ten = { percent: 10, least: 1 }
  const table = [
    [5, 6, 6],
    [11, 12, 13],
    [20, 21, 22],
    [21, 23, 24],
    [45, 48, 50],
  ] as const
  for (const [seats, atFive, atTen] of table)
    assert.deepEqual([candidatesNeeded(seats, five), candidatesNeeded(seats, ten)], [atFive, atTen])
  assert.equal(candidatesNeeded(1, { percent: 0, least: 0 }), 1)
})

test('B7: the most votes win; a tie at the last seat goes to a run-off among the tied, one above it does not', () => {
  const ballots = [
    ...times(3, ballot('a', 'b')),
    ballot('a', 'c'),
    ballot('c', 'b'),
    ballot('a', 'c'),
    ballot('c'),
  ]
  // a 5, b 4, c 4 of 7.
  const tie = count({ due: 7, ballots, with: { seats: 2 } })
  assert.deepEqual([tie.outcome, tie.elected, tie.tied, tie.seatsLeft], ['tie', ['a'], ['b', 'c'], 1])
  const all = count({ due: 7, ballots: [...ballots.slice(0, 6), ballot('a', 'b')], with: { seats: 2 } })
  assert.deepEqual([all.outcome, all.elected], ['complete', ['a', 'b']])
  const equalButBothIn = count({ due: 2, ballots: times(2, ballot('a', 'b')), with: { seats: 2 } })
  assert.deepEqual([equalButBothIn.outcome, equalButBothIn.elected], ['complete', ['a', 'b']])
  const runOff = count({
    due: 7,
    candidates: tie.tied,
    ballots: [...times(3, ballot('b')), ...times(2, ballot('c'))],
    with: runOffRules({ ...rules, seats: 2 }, tie.seatsLeft),
  })
  assert.deepEqual([runOff.majorityNeeded, runOff.elected], [null, ['b']])
})

test('B7, B8: what may follow is offered, not decided, and run-offs end', () => {
  const following = { mostRunOffs: 2, newVoteExtra: 1 }
  const given = { following, runOffsBefore: 0, electedBefore: 0, mayEndWith: (seats: number) => seats >= 2 }
  const tie = count({
    due: 2,
    ballots: times(2, ballot('a')).concat(),
    candidates: ['a', 'b'],
    with: { seats: 1 },
  })
  assert.deepEqual(nextSteps(tie, given), [{ kind: 'finish' }])
  const even = count({
    due: 4,
    ballots: [...times(2, ballot('a')), ...times(2, ballot('b'))],
    with: { majority: null },
  })
  assert.deepEqual(nextSteps(even, given), [{ kind: 'run_off', candidates: ['a', 'b'], seats: 1 }])
  assert.deepEqual(nextSteps(even, { ...given, runOffsBefore: 2, electedBefore: 2 }), [
    { kind: 'new_vote', candidates: ['a', 'b'], seats: 1 },
    { kind: 'fewer_seats', seats: 2 },
  ])
  const short = count({
    due: 5,
    ballots: [...times(3, ballot('a')), ballot('b'), ballot('c')],
    with: { seats: 2 },
  })
  assert.deepEqual(nextSteps(short, given), [{ kind: 'new_vote', candidates: ['b', 'c'], seats: 1 }])
  assert.deepEqual(nextSteps(short, { ...given, electedBefore: 1 })[1], { kind: 'fewer_seats', seats: 2 })
  const absent = count({ due: 9, ballots: [ballot('a')] })
  assert.deepEqual(nextSteps(absent, given), [{ kind: 'repeat' }])
})

test('a ballot that marks somebody who does not stand is a fault, not a vote', () => {
  assert.throws(() => count({ due: 1, ballots: [ballot('z')] }), /does not stand/)
  assert.throws(() => count({ due: 1, ballots: [{ ...ballot(), writeIns: ['a'] }] }), /does not stand/)
})

test('up to five voters and four candidates: every way to vote is counted alike by both counters', () => {
  // Of the largest size every seventh; the long run counts them all.
  assert.ok(countEveryWay({ everyOfLargest: 7 }) > 40_000)
})

const seed = 20261128
const share = 1500

test(`random elections: both counters agree (seed ${seed})`, () => {
  const random = randomFrom(seed)
  const seen = new Set<string>()
  for (let n = 0; n < share; n++) seen.add(countedTwice(randomElection(random)).outcome)
  assert.deepEqual([...seen].sort(), ['complete', 'no_quorum', 'shortfall', 'tie', 'void'])
})

test(`other names, another order of ballots or of names: the same come in (seed ${seed + 1})`, () => {
  const random = randomFrom(seed + 1)
  for (let n = 0; n < share; n++) {
    const election = randomElection(random)
    const first = countBallots(election)
    const shuffled = countBallots({
      ...election,
      ballots: random.shuffle([...election.ballots]),
      candidates: random.shuffle([...election.candidates]),
    })
    assert.deepEqual(new Set(shuffled.elected), new Set(first.elected))
    assert.deepEqual(new Set(shuffled.tied), new Set(first.tied))
    assert.deepEqual(shuffled.reasons, first.reasons)
    const names = random.shuffle([...election.candidates])
    const renamed = (name: string) => names[election.candidates.indexOf(name)] ?? name
    const other = countBallots({
      ...election,
      candidates: election.candidates.map(renamed),
      ballots: election.ballots.map((each) => ({
        ...each,
        marks: Object.fromEntries(Object.entries(each.marks).map(([name, mark]) => [renamed(name), mark])),
      })),
    })
    assert.deepEqual(new Set(other.elected), new Set(first.elected.map(renamed)))
    assert.deepEqual(new Set(other.tied), new Set(first.tied.map(renamed)))
  }
})

test(`one more vote for somebody elected never takes the seat away (seed ${seed + 2})`, () => {
  const random = randomFrom(seed + 2)
  let tried = 0
  for (let n = 0; n < 5 * share; n++) {
    const election = randomElection(random)
    const { elected } = countBallots(election)
    const chosen = elected.filter((name) => election.candidates.includes(name))
    if (chosen.length === 0) continue
    const name = random.pick(chosen)
    const at = election.ballots.findIndex(
      (each) => each.marks[name] !== 'yes' && mayTakeOneMore(each, election.rules.seats),
    )
    if (at < 0) continue
    const ballots = election.ballots.map((each, place) =>
      place === at ? { ...each, marks: { ...each.marks, [name]: 'yes' as Mark } } : each,
    )
    tried += 1
    assert.ok(countBallots({ ...election, ballots }).elected.includes(name))
  }
  assert.ok(tried > 100, `${tried}`)
})

function mayTakeOneMore({ marks, writeIns, unclear }: CountedBallot, seats: number): boolean {
  const chosen = Object.values(marks).filter((mark) => mark === 'yes').length + new Set(writeIns).size
  return !unclear && chosen < seats && (chosen > 0 || Object.values(marks).includes('no'))
}
