import { isoOf, yearsAfter } from '#tools/generate/days.ts'
import { learntAt, type Draft } from '../draft.ts'
import type { Frame } from './frame.ts'
import type { UnionPlan } from './plan.ts'
import type { Block, Roll } from './roll.ts'
import type {
  AppointmentNumber,
  DemoAppointment,
  DemoPost,
  OrganisationNumber,
  PersonNumber,
} from '../shapes.ts'

/** Appointments that the demo accounts use. */
export interface Posts {
  district: AppointmentNumber[]
  street: AppointmentNumber[]
  auditor: AppointmentNumber
  /** A second officer of the federation, who checks what the first one makes, and the clerk who pays. */
  second: AppointmentNumber
  finance: AppointmentNumber
  system: AppointmentNumber
  security: AppointmentNumber
  audit: AppointmentNumber
  /** The present chair's appointment by union. */
  chairs: Map<OrganisationNumber, AppointmentNumber>
}

/** The street whose officer signs in as `street`, and whose union as `union`: 庄桥街道. */
export const SHOWN_STREET = 5
/** 慈城镇, whose federation an officer of the district leads besides: one person with two posts. */
const CHAIRED_FROM_DISTRICT = 7

/** From this many workers on the district asks for a commissioner. */
const LARGE = 25

/** Posts of the federations, chairs of the unions, and commissioners of employers with a Party body. */
export function addPosts(draft: Draft, frame: Frame, roll: Roll): Posts {
  const district = roll.officers[0]!.first
  const full = (person: PersonNumber, post: DemoPost, organisation: OrganisationNumber) =>
    appoint(draft, { person, post, organisation, postBasis: 'full_time' })
  const seconded = frame.streets[CHAIRED_FROM_DISTRICT]!.federation
  const posts: Posts = {
    district: [
      full(district, 'federation_officer', frame.federation),
      appoint(draft, {
        person: district,
        post: 'street_officer',
        organisation: seconded,
        postBasis: 'part_time',
      }),
    ],
    street: [],
    auditor: full(district + 1, 'audit_committee_member', frame.federation),
    system: full(district + 2, 'system_administrator', frame.federation),
    security: full(district + 3, 'security_administrator', frame.federation),
    audit: full(district + 4, 'audit_administrator', frame.federation),
    second: full(district + 5, 'federation_officer', frame.federation),
    finance: full(district + 6, 'finance_clerk', frame.federation),
    chairs: new Map(),
  }
  for (let person = district + 7; person < district + roll.officers[0]!.count; person++) {
    full(person, 'federation_officer', frame.federation)
  }
  frame.streets.forEach(({ federation }, at) => {
    const { first, count } = roll.officers[at + 1]!
    if (at !== CHAIRED_FROM_DISTRICT) full(first, 'street_officer', federation)
    for (let person = first + 1; person < first + count; person++) {
      const number = full(person, 'street_officer', federation)
      if (at === SHOWN_STREET && person === first + 1) posts.street.push(number)
    }
    // A street officer is also the part-time chair of the platform workers' union.
    const platformUnion = roll.platform[at]!.union
    const chair = appoint(draft, {
      person: first + 1,
      post: 'union_chair',
      organisation: platformUnion,
      postBasis: 'part_time',
    })
    posts.chairs.set(platformUnion, chair)
    if (at === SHOWN_STREET) posts.street.push(chair)
    addHubChairs(draft, frame.streets[at]!, first)
  })
  addChairs(draft, roll, posts)
  addCommissioners(draft, { frame, roll, posts })
  return posts
}

/** The first officer of a street is its federation's chair besides, the third one chairs its union associations. */
function addHubChairs(draft: Draft, { hubs }: Frame['streets'][number], first: PersonNumber): void {
  hubs.forEach(({ organisation }, at) => {
    appoint(draft, {
      person: at === 0 ? first : first + 2,
      post: 'union_chair',
      organisation,
      postBasis: 'part_time',
    })
  })
}

/** The first member of a union's first employer is its chair, for the term of the committee. */
function addChairs(draft: Draft, roll: Roll, posts: Posts): void {
  const random = draft.random('chairs')
  const seen = new Set<UnionPlan>()
  const firstOf = new Map(roll.blocks.map((block) => [block.employer, block.first]))
  for (const { union } of roll.blocks) {
    if (seen.has(union)) continue
    seen.add(union)
    const post = union.type === 'organiser_only' ? 'union_organiser' : 'union_chair'
    const number = nextNumber(draft)
    const chair: DemoAppointment = {
      number,
      person: firstOf.get(union.employers[0]!)!,
      post,
      organisation: union.organisation,
      basis: 'election',
      documentNumber: draft.organisations[union.organisation - 1]!.union!.approvalDocument,
      postBasis: union.employers[0]!.members > 400 ? 'full_time' : 'part_time',
      startsOn: isoOf(union.electedDay),
      endsBefore: isoOf(union.termEndDay),
      recordedAt: learntAt(draft, union.electedDay),
      supersededAt: null,
    }
    draft.appointments.push(chair)
    if (union.gap === 'no_chair') leaveEarly(draft, chair, draft.today - random.between(5, 150))
    else if (union.gap !== 'term_over') posts.chairs.set(union.organisation, number)
  }
}

/** The chair left before the end of the term: the row with the whole term is superseded by one that ends on the day. */
function leaveEarly(draft: Draft, chair: DemoAppointment, day: number): void {
  const recordedAt = learntAt(draft, day)
  draft.appointments.push({ ...chair, endsBefore: isoOf(day), recordedAt })
  chair.supersededAt = recordedAt
}

/** Most employers with a Party body have a commissioner: their own union's chair, or an officer of the street for several. */
function addCommissioners(
  draft: Draft,
  { frame, roll, posts }: { frame: Frame; roll: Roll; posts: Posts },
): void {
  const random = draft.random('commissioners')
  const withParty = new Set(draft.affiliations.filter((row) => row.kind === 'party').map((row) => row.child))
  for (const block of roll.blocks) {
    const isIn = random.chance(shareWith(block, withParty.has(block.employer.organisation)))
    if (!isIn) continue
    const chair = block.union.type === 'single' ? posts.chairs.get(block.union.organisation) : undefined
    const street = frame.streets.indexOf(block.employer.street)
    const officers = roll.officers[street + 1]!
    appoint(draft, {
      person: chair === undefined ? officers.first + random.between(2, officers.count - 1) : block.first,
      post: 'commissioner',
      organisation: block.employer.organisation,
      postBasis: chair === undefined ? 'full_time' : 'part_time',
    })
    // One in twenty ends soon: the worklist of posts that end.
    if (random.chance(0.05))
      draft.appointments.at(-1)!.endsBefore = isoOf(draft.today + random.between(12, 80))
  }
}

/** Most with a Party body have one, of the larger ones without a Party body about half, of the others none. */
function shareWith({ employer }: Block, hasPartyBody: boolean): number {
  if (hasPartyBody) return 0.82
  return employer.workers >= LARGE ? 0.48 : 0
}

/** Makes the chair of a union also vice chair of another union of the street, so that one person works for two. */
export function appointViceChair(
  draft: Draft,
  person: PersonNumber,
  organisation: OrganisationNumber,
): AppointmentNumber {
  return appoint(draft, { person, post: 'union_vice_chair', organisation, postBasis: 'part_time' })
}

type NewAppointment = Pick<DemoAppointment, 'person' | 'post' | 'organisation' | 'postBasis'>

/** An appointment by document, for five years from some day of the last two. */
function appoint(draft: Draft, given: NewAppointment): AppointmentNumber {
  const number = nextNumber(draft)
  const startDay = draft.today - 30 - ((number * 37) % 700)
  draft.appointments.push({
    number,
    ...given,
    basis: 'document',
    documentNumber: draft.documentNumber(startDay),
    startsOn: isoOf(startDay),
    endsBefore: isoOf(yearsAfter(startDay, 5)),
    recordedAt: learntAt(draft, startDay),
    supersededAt: null,
  })
  return number
}

function nextNumber(draft: Draft): AppointmentNumber {
  return (draft.appointments.at(-1)?.number ?? 0) + 1
}
