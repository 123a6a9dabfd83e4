import { isoOf, yearsAfter } from '#tools/generate/days.ts'
import { JOBS, peopleMaker, workerBirthDay, type PeopleMaker } from '#tools/generate/people.ts'
import type { Random } from '#tools/generate/random.ts'
import { open, type Draft } from '../draft.ts'
import type { DemoPerson, PersonNumber } from '../shapes.ts'
import type { Officers } from './posts.ts'
import type { UnionBlock } from './register.ts'
import type { Single } from './singles.ts'

export interface Crowd {
  officers: readonly Officers[]
  blocks: readonly UnionBlock[]
  singles: readonly Single[]
}

interface Making {
  draft: Draft
  random: Random
  maker: PeopleMaker
  number: PersonNumber
}

/** Everybody of the demo, in order of their numbers, made one by one. */
export function* tianjinPeople(draft: Draft, crowd: Crowd): Generator<DemoPerson, void, undefined> {
  const making: Making = {
    draft,
    random: draft.random('people'),
    maker: peopleMaker(draft.seed, draft.today),
    number: 0,
  }
  const singles = new Map(crowd.singles.map((single) => [single.number, single]))
  for (const { employer, count } of crowd.officers)
    for (let at = 0; at < count; at++) yield officer(making, employer)
  for (const block of crowd.blocks)
    for (let at = 0; at < block.members; at++)
      yield member(making, block, { at, single: singles.get(block.first + at) ?? null })
}

function member(
  making: Making,
  block: UnionBlock,
  { at, single }: { at: number; single: Single | null },
): DemoPerson {
  const { draft, random } = making
  const birthDay = single?.birthDay ?? birthDayOf(making, at)
  const person = newPerson(making, single?.sex ?? (random.chance(0.45) ? 'female' : 'male'), birthDay)
  const adultDay = yearsAfter(birthDay, 18)
  const joinedDay = single?.joinedDay ?? joinedDayOf(making, block, { at, adultDay })
  const dated = open(draft, joinedDay)
  person.employments.push({
    employer: block.employer,
    platform: null,
    form: 'contract',
    job: random.pick(JOBS),
    unionGroup: null,
    ...dated,
  })
  person.memberships.push({ union: block.union, kind: 'member', endReason: null, ...dated })
  // Whoever takes part has a card (J1), and so has whoever signs in.
  if (single !== null || at < 4 || random.chance(0.8))
    person.serviceCardNumber = making.maker.nextServiceCard()
  return person
}

/** Chairs and matchmakers are no youngsters; the second and third of a union sign in as workers and are about thirty. */
function birthDayOf({ draft, random }: Making, at: number): number {
  if (at === 0 || at === 3) return yearsAfter(draft.today, -random.between(38, 55)) - random.between(0, 300)
  if (at === 1 || at === 2) return yearsAfter(draft.today, -random.between(28, 32)) - random.between(0, 300)
  return workerBirthDay(random, draft.today)
}

function joinedDayOf(
  { draft, random }: Making,
  block: UnionBlock,
  { at, adultDay }: { at: number; adultDay: number },
): number {
  const earliest = Math.max(block.startDay, adultDay)
  if (at < 4) return Math.max(earliest, yearsAfter(draft.today, -7))
  return random.between(Math.min(earliest, draft.today - 3), draft.today - 3)
}

function officer(making: Making, employer: number): DemoPerson {
  const { draft, random } = making
  const birthDay = yearsAfter(draft.today, -random.between(32, 56)) - random.between(0, 364)
  const person = newPerson(making, random.chance(0.5) ? 'female' : 'male', birthDay)
  person.employments.push({
    employer,
    platform: null,
    form: 'contract',
    job: '工会干部',
    unionGroup: null,
    ...open(draft, yearsAfter(draft.today, -8)),
  })
  return person
}

function newPerson(making: Making, sex: DemoPerson['sex'], birthDay: number): DemoPerson {
  const made = making.maker.next({ sex, birthDay, isMigrantWorker: making.random.chance(0.3) })
  making.number++
  return {
    number: making.number,
    name: made.name,
    sex,
    birthDate: isoOf(birthDay),
    citizenNumber: made.citizenNumber,
    mobile: made.mobile,
    ethnicGroup: made.ethnicGroup,
    politicalAffiliation: made.politicalAffiliation,
    educationLevel: made.educationLevel,
    householdType: made.householdType,
    isMigrantWorker: made.isMigrantWorker,
    serviceCardNumber: null,
    employments: [],
    memberships: [],
  }
}
