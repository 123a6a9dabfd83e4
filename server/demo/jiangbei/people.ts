import { isoOf, yearsAfter } from '#tools/generate/days.ts'
import { JOBS, peopleMaker, UNION_GROUPS, workerBirthDay, type PeopleMaker } from '#tools/generate/people.ts'
import { slotsByWeight, type Random } from '#tools/generate/random.ts'
import { ended, open, type Draft } from '../draft.ts'
import type { EmployerPlan } from './plan.ts'
import type { Block, RetainedPlan, Roll } from './roll.ts'
import type { Dated, DemoEmployment, DemoMembership, DemoPerson, OrganisationNumber } from '../shapes.ts'

const PLATFORMS = ['霁达即时配送', '珩运网约车', '翊送同城货运']
const FORMS = slotsByWeight<DemoEmployment['form']>([
  ['contract', 88],
  ['dispatch', 8],
  ['flexible', 4],
])
const CARD_SHARE = 0.72
const MOVED_SHARE = 0.03

interface Making {
  draft: Draft
  roll: Roll
  random: Random
  maker: PeopleMaker
  number: number
}

/** Everybody of the demo, in order of their numbers, made one by one. */
export function* demoPeople(draft: Draft, roll: Roll): Generator<DemoPerson, void, undefined> {
  const making: Making = {
    draft,
    roll,
    random: draft.random('people'),
    maker: peopleMaker(draft.seed, draft.today),
    number: 0,
  }
  for (const { employer, count } of roll.officers) {
    for (let at = 0; at < count; at++) yield officer(making, employer)
  }
  for (const block of roll.blocks) yield* membersAtWork(making, block)
  for (const { union, startDay, count } of roll.platform) {
    for (let at = 0; at < count; at++) yield platformWorker(making, union, startDay)
  }
  for (const plan of roll.retained) yield retainedMember(making, plan)
  for (const employer of roll.unorganised) yield unorganisedWorker(making, employer)
  for (const employer of roll.leavers) yield leaver(making, employer)
}

/** Members of one employer: women and migrants in the proportion that it reports. */
function* membersAtWork(making: Making, block: Block): Generator<DemoPerson, void, undefined> {
  const { random } = making
  const { members, women, migrants, workers } = block.employer
  let womenLeft = Math.round((members * women) / workers)
  let migrantsLeft = Math.round((members * migrants) / workers)
  for (let at = 0; at < members; at++) {
    const isWoman = random.below(members - at) < womenLeft
    const isMigrantWorker = random.below(members - at) < migrantsLeft
    if (isWoman) womenLeft--
    if (isMigrantWorker) migrantsLeft--
    yield memberAtWork(making, block, { at, sex: isWoman ? 'female' : 'male', isMigrantWorker })
  }
}

type Place = { at: number; sex: DemoPerson['sex']; isMigrantWorker: boolean }

function memberAtWork(making: Making, block: Block, { at, sex, isMigrantWorker }: Place): DemoPerson {
  const { draft, random } = making
  const { employer, union } = block
  const isFirst = at === 0
  const birthDay = isFirst
    ? founderBirthDay(making, employer.coverageDay)
    : workerBirthDay(random, draft.today)
  const person = newPerson(making, { sex, birthDay, isMigrantWorker })
  const adultDay = yearsAfter(birthDay, 18)
  let joinedDay = employer.coverageDay
  if (!isFirst) joinedDay = random.between(Math.max(employer.coverageDay, adultDay), draft.today - 3)
  const hiredDay = Math.min(joinedDay, random.between(Math.max(employer.startDay, adultDay), joinedDay))
  const earlier = isFirst ? null : earlierPlace(making, block, { at, adultDay, joinedDay })
  if (earlier) {
    joinedDay = earlier.untilDay
    addEarlier(making, person, earlier)
  }
  const startDay = earlier ? joinedDay : hiredDay
  const unionGroup = employer.workers >= 30 ? random.pick(UNION_GROUPS) : null
  person.employments.push(
    employment(making, { employer: employer.organisation, unionGroup, dated: open(draft, startDay) }),
  )
  person.memberships.push(membership(union.organisation, open(draft, joinedDay)))
  // The second member is who a demo worker signs in as, and needs a card to show.
  if (at === 1 || random.chance(CARD_SHARE)) person.serviceCardNumber = making.maker.nextServiceCard()
  return person
}

/** Somebody who was grown up when the union began, and is not yet sixty. */
function founderBirthDay({ draft, random }: Making, unionDay: number): number {
  const latest = yearsAfter(unionDay, -22)
  return random.between(
    Math.min(latest, Math.max(yearsAfter(draft.today, -59), yearsAfter(unionDay, -40))),
    latest,
  )
}

interface EarlierPlace {
  employer: OrganisationNumber
  union: OrganisationNumber
  fromDay: number
  untilDay: number
}

/** Where a member was before: in the employer that was merged into this one, or for a few anywhere else. */
function earlierPlace(
  { random, roll }: Making,
  { employer }: Block,
  { at, adultDay, joinedDay }: { at: number; adultDay: number; joinedDay: number },
): EarlierPlace | null {
  const origin = employer.origins[0]
  if (origin && at <= 12) {
    const earliest = Math.max(origin.startDay, adultDay)
    if (earliest > origin.mergedDay - 60) return null
    const fromDay = random.between(earliest, origin.mergedDay - 30)
    return { employer: origin.employer, union: origin.union, fromDay, untilDay: origin.mergedDay }
  }
  if (!random.chance(MOVED_SHARE)) return null
  const { employer: other, union } = random.pick(roll.blocks)
  const earliest = Math.max(other.coverageDay, adultDay)
  if (other === employer || earliest > joinedDay - 200) return null
  const fromDay = random.between(earliest, joinedDay - 100)
  return { employer: other.organisation, union: union.organisation, fromDay, untilDay: joinedDay }
}

function addEarlier(
  making: Making,
  person: DemoPerson,
  { employer, union, fromDay, untilDay }: EarlierPlace,
): void {
  const { draft } = making
  const job = making.random.pick(['操作工', '仓管员', '文员', '销售代表'])
  for (const dated of ended(draft, fromDay, untilDay)) {
    person.employments.push({ employer, platform: null, form: 'contract', job, unionGroup: null, ...dated })
    person.memberships.push({
      union,
      kind: 'member',
      endReason: dated.endsBefore ? 'transferred' : null,
      ...dated,
    })
  }
}

function platformWorker(making: Making, union: OrganisationNumber, unionDay: number): DemoPerson {
  const { draft, random } = making
  const birthDay = workerBirthDay(random, draft.today)
  const person = newPerson(making, {
    sex: random.chance(0.12) ? 'female' : 'male',
    birthDay,
    isMigrantWorker: random.chance(0.8),
  })
  const joinedDay = random.between(Math.max(unionDay, yearsAfter(birthDay, 18)), draft.today - 3)
  const job = random.pick(['配送员', '驾驶员'])
  const platform = random.pick(PLATFORMS)
  person.employments.push({
    employer: null,
    platform,
    form: 'platform',
    job,
    unionGroup: null,
    ...open(draft, joinedDay),
  })
  person.memberships.push(membership(union, open(draft, joinedDay)))
  if (random.chance(CARD_SHARE)) person.serviceCardNumber = making.maker.nextServiceCard()
  return person
}

/** Retired members, and members whose employer and union were closed (rules A3, C3). */
function retainedMember(
  making: Making,
  { employer, union, fromDay, closedDay, placedIn }: RetainedPlan,
): DemoPerson {
  const { draft, random } = making
  const sex = random.chance(0.5) ? 'female' : 'male'
  const workYears = sex === 'female' ? 55 : 60
  const birthDay = yearsAfter(draft.today, -workYears) - random.between(30, 3600)
  const person = newPerson(making, { sex, birthDay, isMigrantWorker: random.chance(0.2) })
  const retiredDay = Math.min(Math.max(yearsAfter(birthDay, workYears), fromDay + 60), draft.today - 5)
  const untilDay = closedDay ?? retiredDay
  const joinedDay = random.between(fromDay, untilDay - 30)
  const job = employment(making, { employer, unionGroup: null, dated: open(draft, joinedDay) })
  for (const dated of ended(draft, joinedDay, untilDay)) {
    const endReason = dated.endsBefore === null ? null : closedDay === null ? 'retired' : 'union_closed'
    person.employments.push({ ...job, ...dated })
    person.memberships.push({ union, kind: 'member', endReason, ...dated })
  }
  person.memberships.push({
    union: placedIn ?? union,
    kind: 'retained',
    endReason: null,
    ...open(draft, untilDay),
  })
  if (random.chance(0.5)) person.serviceCardNumber = making.maker.nextServiceCard()
  return person
}

function unorganisedWorker(making: Making, { organisation, startDay }: EmployerPlan): DemoPerson {
  const { draft, random } = making
  const birthDay = workerBirthDay(random, draft.today)
  const person = newPerson(making, { sex: anySex(random), birthDay, isMigrantWorker: random.chance(0.4) })
  const hiredDay = random.between(Math.max(startDay, yearsAfter(birthDay, 18)), draft.today - 3)
  person.employments.push(
    employment(making, { employer: organisation, unionGroup: null, dated: open(draft, hiredDay) }),
  )
  return person
}

/** Left the employer and the union in the last three years. */
function leaver(making: Making, { organisation, union, coverageDay }: EmployerPlan): DemoPerson {
  const { draft, random } = making
  const leftDay = random.between(Math.max(draft.ledgerFrom, coverageDay) + 60, draft.today - 3)
  const birthDay = yearsAfter(leftDay, -random.between(22, 57)) - random.between(0, 364)
  const person = newPerson(making, { sex: anySex(random), birthDay, isMigrantWorker: random.chance(0.5) })
  const joinedDay = random.between(Math.max(coverageDay, yearsAfter(birthDay, 18)), leftDay - 30)
  const reason = random.chance(0.6) ? 'transferred' : 'withdrawn'
  const job = employment(making, { employer: organisation, unionGroup: null, dated: open(draft, joinedDay) })
  for (const dated of ended(draft, joinedDay, leftDay)) {
    person.employments.push({ ...job, ...dated })
    person.memberships.push({
      union: union!.organisation,
      kind: 'member',
      endReason: dated.endsBefore ? reason : null,
      ...dated,
    })
  }
  return person
}

function officer(making: Making, employer: OrganisationNumber): DemoPerson {
  const { draft, random } = making
  const birthDay = yearsAfter(draft.today, -random.between(27, 56)) - random.between(0, 364)
  const person = newPerson(making, { sex: anySex(random), birthDay, isMigrantWorker: false })
  const hiredDay = random.between(yearsAfter(birthDay, 23), draft.ledgerFrom - 30)
  person.employments.push({
    ...employment(making, { employer, unionGroup: null, dated: open(draft, hiredDay) }),
    form: 'contract',
    job: '工会干部',
  })
  return person
}

function newPerson(
  making: Making,
  profile: { sex: DemoPerson['sex']; birthDay: number; isMigrantWorker: boolean },
): DemoPerson {
  const made = making.maker.next(profile)
  making.number++
  return {
    number: making.number,
    name: made.name,
    sex: made.sex,
    birthDate: isoOf(profile.birthDay),
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

type NewEmployment = { employer: OrganisationNumber; unionGroup: string | null; dated: Dated }

function employment({ random }: Making, { employer, unionGroup, dated }: NewEmployment): DemoEmployment {
  return { employer, platform: null, form: random.pick(FORMS), job: random.pick(JOBS), unionGroup, ...dated }
}

function membership(union: OrganisationNumber, dated: Dated): DemoMembership {
  return { union, kind: 'member', endReason: null, ...dated }
}

function anySex(random: Random): DemoPerson['sex'] {
  return random.chance(0.5) ? 'female' : 'male'
}
