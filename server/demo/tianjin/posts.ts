import { isoOf, yearsAfter } from '#tools/generate/days.ts'
import { learntAt, type Draft } from '../draft.ts'
import type {
  AppointmentNumber,
  DemoAppointment,
  DemoPost,
  OrganisationNumber,
  PersonNumber,
} from '../shapes.ts'
import type { Branch, Frame } from './frame.ts'
import type { UnionBlock } from './register.ts'
import type { Sizes } from './sizes.ts'

/** Officers of the federations come before all members: nine of the city, two of each district and group. */
const CITY_OFFICERS = 9
const BRANCH_OFFICERS = 2

export interface Officers {
  employer: OrganisationNumber
  first: PersonNumber
  count: number
}

/** Somebody who is a matchmaker, by the number of the person and of the appointment. */
export interface MatchmakerPost {
  person: PersonNumber
  appointment: AppointmentNumber
  branch: Branch
}

export interface Posts {
  city: AppointmentNumber
  system: AppointmentNumber
  security: AppointmentNumber
  audit: AppointmentNumber
  /** By branch, in the order of the frame. */
  branches: AppointmentNumber[]
  chairs: Map<OrganisationNumber, AppointmentNumber>
  matchmakers: MatchmakerPost[]
}

/** Where the officers stand in the order of numbers. */
export function numberOfficers(frame: Frame): { officers: Officers[]; next: PersonNumber } {
  let next = 1
  const take = (employer: OrganisationNumber, count: number): Officers => {
    const row = { employer, first: next, count }
    next += count
    return row
  }
  const officers = [
    take(frame.city, CITY_OFFICERS),
    ...frame.branches.map(({ organisation }) => take(organisation, BRANCH_OFFICERS)),
  ]
  return { officers, next }
}

/** Posts of the city, the districts and groups, the chairs, and the matchmakers of the federation. */
export function addPosts(
  draft: Draft,
  {
    frame,
    officers,
    blocks,
    sizes,
  }: { frame: Frame; officers: Officers[]; blocks: UnionBlock[]; sizes: Sizes },
): Posts {
  const cityFirst = officers[0]!.first
  const inCity = (at: number, post: DemoPost) =>
    appoint(draft, { person: cityFirst + at, post, organisation: frame.city })
  const posts: Posts = {
    city: inCity(0, 'city_officer'),
    system: inCity(1, 'system_administrator'),
    security: inCity(2, 'security_administrator'),
    audit: inCity(3, 'audit_administrator'),
    branches: [],
    chairs: new Map(),
    matchmakers: [],
  }
  for (let at = 4; at < CITY_OFFICERS; at++) inCity(at, 'city_officer')
  posts.branches = frame.branches.map(({ organisation, kind }, at) =>
    appoint(draft, {
      person: officers[at + 1]!.first,
      post: kind === 'district' ? 'federation_officer' : 'union_chair',
      organisation,
    }),
  )
  for (const block of blocks) posts.chairs.set(block.union, addChair(draft, block))
  for (const block of blocksWithMatchmakers(frame, blocks, sizes)) {
    const person = block.first + 3
    const { organisation } = block.branch
    const appointment = appoint(draft, { person, post: 'matchmaker', organisation })
    posts.matchmakers.push({ person, appointment, branch: block.branch })
  }
  return posts
}

/** The fourth member of these unions is a matchmaker; the first one belongs to the largest district, whose desk the demo shows. */
function blocksWithMatchmakers(frame: Frame, blocks: UnionBlock[], { matchmakers }: Sizes): UnionBlock[] {
  const shown = shownBranch(frame)
  const ofShown = blocks.filter(({ branch }) => branch === shown)
  const others = blocks.filter(({ branch }) => branch !== shown)
  const step = Math.max(1, Math.floor(others.length / matchmakers))
  const spread = others.filter((_, at) => at % step === 0)
  const rest = others.filter((_, at) => at % step !== 0)
  return [...ofShown.slice(0, Math.ceil(matchmakers / 10)), ...spread, ...rest].slice(0, matchmakers)
}

/** 滨海新区: where the accounts `district`, `union`, `worker` and `matchmaker` are. */
export function shownBranch(frame: Frame): Branch {
  return frame.branches.find(({ name }) => name === '滨海新区')!
}

function addChair(draft: Draft, block: UnionBlock): AppointmentNumber {
  const number = nextNumber(draft)
  draft.appointments.push({
    number,
    person: block.first,
    post: 'union_chair',
    organisation: block.union,
    basis: 'election',
    documentNumber: draft.organisations[block.union - 1]!.union!.approvalDocument,
    postBasis: 'part_time',
    startsOn: isoOf(block.electedDay),
    endsBefore: isoOf(block.termEndDay),
    recordedAt: learntAt(draft, block.electedDay),
    supersededAt: null,
  })
  return number
}

type NewAppointment = Pick<DemoAppointment, 'person' | 'post' | 'organisation'>

/** By document, for eight years that began before the history of the demo does. */
function appoint(draft: Draft, given: NewAppointment): AppointmentNumber {
  const number = nextNumber(draft)
  const startDay = yearsAfter(draft.today, -6) - ((number * 37) % 300)
  draft.appointments.push({
    number,
    ...given,
    basis: 'document',
    documentNumber: draft.documentNumber(startDay),
    postBasis: given.post === 'matchmaker' ? 'part_time' : 'full_time',
    startsOn: isoOf(startDay),
    endsBefore: isoOf(yearsAfter(startDay, 9)),
    recordedAt: learntAt(draft, startDay),
    supersededAt: null,
  })
  return number
}

function nextNumber(draft: Draft): AppointmentNumber {
  return (draft.appointments.at(-1)?.number ?? 0) + 1
}
