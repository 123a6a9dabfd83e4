import { yearOf } from '#tools/generate/days.ts'
import type { Random } from '#tools/generate/random.ts'
import type { Draft } from '../draft.ts'
import type { AppointmentNumber } from '../shapes.ts'
import type { DemoEvent, DemoRegistration, DemoRound, DemoSeries } from '../shapes-events.ts'
import { instant } from './clock.ts'
import type { Crowd } from './crowd.ts'
import { GREAT_LIMIT, SMALL_LIMIT, type Evening } from './evening.ts'
import type { Frame } from './frame.ts'
import type { EventPlan } from './plan-events.ts'
import type { Posts } from './posts.ts'

/** Who draws up an event, and who publishes it. */
export interface EventOfficers {
  createdBy: AppointmentNumber
  publishedBy: AppointmentNumber
}

/** How long the key of an event's sheets is kept: rule matchmaking.choice_key_days, as the product ships it. */
const KEY_DAYS = 100
/** 2009: the year of the first great event, as the page on Tianjin tells. */
const FIRST_EDITION = 2009
const HALLS = ['文化宫大剧场', '职工之家', '工人俱乐部', '会议中心', '滨海图书馆报告厅']
const THEMES = ['缘来有你', '遇见', '心动时刻', '相约津城', '海河之约', '非诚勿扰', '工会牵线', '爱在职场']
const FORMS = [
  '桌游交友会',
  '烘焙交友会',
  '茶话会',
  '手工沙龙',
  '读书会',
  '徒步交友会',
  '羽毛球交友会',
  '观影沙龙',
]

/** The yearly event of Qixi. */
export function greatSeries(frame: Frame, posts: Posts): DemoSeries {
  return {
    number: 1,
    organisation: frame.city,
    name: '“相约七夕”职工联谊大会',
    startsOn: `${FIRST_EDITION}-08-26`,
    createdBy: posts.city,
  }
}

/** The record of an event, without the people: its texts, times and steps. */
export function eventHead(
  { plan, number, officers }: { plan: EventPlan; number: number; officers: EventOfficers },
  random: Random,
): DemoEvent {
  const { day, isGreat } = plan
  const capacity = isGreat ? 700 : plan.men + plan.women + 2
  const place = plan.branch === null ? '天津市' : plan.branch.name
  const created = day - (isGreat ? 60 : 35)
  return {
    number,
    series: isGreat ? 1 : null,
    editionNo: isGreat ? yearOf(day) - FIRST_EDITION + 1 : null,
    organisation: plan.organisation,
    hostKind: plan.hostKind,
    hosts: [],
    title: isGreat
      ? `${yearOf(day)} 年“相约七夕”职工联谊大会`
      : `“${random.pick(THEMES)}”${place}职工${random.pick(FORMS)}`,
    summary: isGreat
      ? '面向全市单身会员职工，一对一轮换见面十二轮，现场互选，双方都愿意才交换联系方式。'
      : '小桌交友，人人都能坐到一起聊一聊；互选结果只告诉双方。',
    venue: `${place}${random.pick(HALLS)}`,
    address: `${place}（详见报名成功后的通知）`,
    startsAt: instant(day, plan.startsAt),
    endsAt: instant(day, plan.endsAt),
    registrationOpensAt: instant(day - (isGreat ? 40 : 28), 540),
    registrationClosesAt: instant(day - 2, 18 * 60),
    admission: 'first_come',
    capacity,
    seating: 'pairs',
    rounds: isGreat ? 12 : Math.max(plan.men, plan.women),
    roundMinutes: isGreat ? 8 : 20,
    state: 'closed',
    createdBy: officers.createdBy,
    createdAt: instant(created, 600),
    steps: [
      { step: 'submitted', by: officers.createdBy, at: instant(created + 1, 600) },
      { step: 'published', by: officers.publishedBy, at: instant(created + 3, 640) },
    ],
    choiceLimit: isGreat ? GREAT_LIMIT : SMALL_LIMIT,
    choicesCloseAt: instant(day, plan.endsAt + 60),
    registrations: [],
    roundsHeld: [],
    sheets: null,
    closing: null,
  }
}

/** An event that was held and closed, with everybody who came. `visits` counts what each had been to before, and goes on counting. */
export function heldEvent(
  draft: Draft,
  given: { evening: Evening; number: number; officers: EventOfficers; crowd: Crowd; visits: number[] },
): DemoEvent {
  const { evening, officers, crowd, visits } = given
  const random = draft.random(`event:${given.number}`)
  const { plan } = evening
  const event = eventHead({ plan, number: given.number, officers }, random)
  const order = random.shuffle([
    ...evening.people.keys(),
    ...evening.absent.map((_, at) => evening.people.length + at),
  ])
  const badges = new Map(order.map((place, at) => [place, at + 1]))
  event.registrations = [...evening.people, ...evening.absent].map((at, place) => {
    const isAbsent = place >= evening.people.length
    const registration = registrationOf({ crowd, at, plan, random, firstTimer: visits[at] === 0 })
    registration.badgeNo = badges.get(place)!
    if (!isAbsent) {
      visits[at]!++
      registration.checkedInAt = instant(plan.day, plan.startsAt - random.between(1, 40))
    } else if (place % 5 < 3) {
      registration.state = 'cancelled'
      registration.cancelledAt = instant(plan.day - 1, random.between(540, 1200))
    }
    return registration
  })
  event.roundsHeld = evening.rounds.map((tables, at): DemoRound => {
    return {
      no: at + 1,
      releasedAt: instant(plan.day, plan.startsAt + 10 + at * (event.roundMinutes + 2)),
      tables,
    }
  })
  const sheets = sheetsOf(random, evening, event.choiceLimit)
  if (plan.day > draft.today - KEY_DAYS) event.sheets = sheets
  const closedBy = officers.createdBy
  event.closing = {
    sheets: sheets.filter((sheet) => sheet !== null).length,
    pairs: evening.pairs.length,
    at: event.choicesCloseAt,
    by: null,
  }
  event.steps.push({ step: 'closed', by: closedBy, at: instant(plan.day + 1, 600) })
  return event
}

interface Registering {
  crowd: Crowd
  at: number
  plan: EventPlan
  random: Random
  firstTimer: boolean
}

/** Somebody's registration, admitted at once. */
export function registrationOf({ crowd, at, plan, random, firstTimer }: Registering): DemoRegistration {
  const { number, block, sex, birthDay, entryDay } = crowd.singles[at]!
  // Nobody registers before the unit has answered.
  const registeredDay = Math.max(entryDay + 5, plan.day - random.between(3, plan.isGreat ? 30 : 26))
  return {
    person: number,
    union: block.union,
    sex,
    years: Math.floor((plan.day - birthDay) / 365.2425),
    firstTimer,
    state: 'admitted',
    badgeNo: null,
    registeredAt: instant(registeredDay, random.between(560, 1300)),
    cancelledAt: null,
    checkedInAt: null,
  }
}

/** Everybody who is in a pair chose the other; most chose somebody besides who did not choose them. A few hand nothing in. */
function sheetsOf(random: Random, { people, rounds, pairs }: Evening, limit: number): (number[] | null)[] {
  const met = people.map(() => [] as number[])
  for (const [one, other] of rounds.flat()) {
    if (other === undefined) continue
    met[one]!.push(other)
    met[other]!.push(one)
  }
  const chosen = people.map(() => new Set<number>())
  for (const [one, other] of pairs) {
    chosen[one]!.add(other)
    chosen[other]!.add(one)
  }
  return people.map((_, place) => {
    if (chosen[place]!.size === 0 && random.chance(0.09)) return null
    for (const other of random.shuffle([...met[place]!])) {
      const isLiked = random.chance(0.3) && !chosen[other]!.has(place)
      if (isLiked && chosen[place]!.size < limit) chosen[place]!.add(other)
    }
    return [...chosen[place]!].sort((a, b) => a - b)
  })
}
