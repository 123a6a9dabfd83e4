import { isoOf } from '#tools/generate/days.ts'
import { quota } from '#tools/generate/random.ts'
import { learntAt, type Draft } from '../draft.ts'
import type { DemoTalent } from '../shapes-commissioners.ts'
import type { Frame } from './frame.ts'
import type { Block, Roll } from './roll.ts'

/** How many people the eight streets recommend together. */
const TALENTS = 168
const LEAST = 12
/** The sixth of an employer’s list: neither the chair nor anybody with an account of the demo. */
const PLACE = 5

const skills = [
  'party_affairs',
  'union_work',
  'mediation',
  'law',
  'writing',
  'events',
  'finance',
  'psychology',
]
const courses = ['初任培训', '集中轮训', '劳动争议调解专题培训', null]

/** The talent pool 人才库: members of larger employers whom their street recommends; about half share their entry with all streets. */
export function planTalents(draft: Draft, frame: Frame, roll: Roll): DemoTalent[] {
  const random = draft.random('talents')
  const fit = roll.blocks.filter(({ employer }) => employer.members > PLACE + 1)
  const count = draft.scale === 'full' ? TALENTS : Math.max(LEAST, quota(TALENTS, 0.01))
  return random
    .shuffle([...fit])
    .slice(0, count)
    .map((block: Block, at): DemoTalent => {
      const enteredDay = draft.today - random.between(20, 640)
      const trainedHours = random.chance(0.7) ? random.between(2, 12) * 8 : 0
      const shuffled = random.shuffle([...skills])
      const first = random.chance(0.8) ? ['union_work'] : []
      return {
        person: block.first + PLACE,
        organisation: block.employer.street.federation,
        skills: [...new Set([...first, ...shuffled.slice(0, random.between(1, 3))])],
        trainedHours,
        training: trainedHours === 0 ? null : random.pick(courses),
        availableFrom: isoOf(random.chance(0.75) ? enteredDay : draft.today + random.between(10, 90)),
        fullTime: random.chance(0.35),
        wishedStreets: random.chance(0.4) ? [random.pick(frame.streets).federation] : [],
        enteredOn: isoOf(enteredDay),
        recordedAt: learntAt(draft, enteredDay),
        sharedBy: random.chance(0.5) ? `人才共享同意书${String(at + 1).padStart(3, '0')}号` : null,
      }
    })
}
