import { dayOf } from '#tools/generate/days.ts'
import { quota } from '#tools/generate/random.ts'
import { addOrganisation, affiliate, type Draft } from '../draft.ts'
import type { OrganisationNumber } from '../shapes.ts'

/** A street or town with its federation, its share of the district's employers and the places where unions gather. */
export interface Street {
  name: string
  federation: OrganisationNumber
  partyCommittee: OrganisationNumber
  /** Unions hang below the street federation itself (first) or below one of its union associations. */
  hubs: Hub[]
  weight: number
}

export interface Hub {
  organisation: OrganisationNumber
  /** How joint unions below it begin, such as 庄桥智能制造园. */
  prefix: string
}

export interface Frame {
  federation: OrganisationNumber
  constructionUnion: OrganisationNumber
  educationUnion: OrganisationNumber
  streets: Street[]
}

const DISTRICT = '宁波市江北区'
const FOUNDED = dayOf('1984-07-01')
const STREETS: readonly (readonly [name: string, weight: number])[] = [
  ['中马街道', 10],
  ['白沙街道', 9],
  ['孔浦街道', 10],
  ['文教街道', 13],
  ['甬江街道', 12],
  ['庄桥街道', 15],
  ['洪塘街道', 18],
  ['慈城镇', 13],
]
const PLACES = ['智能制造园', '商务楼宇群', '数字创意园', '商贸物流园', '专业市场']
const DEPARTMENTS = ['办公室', '组织部', '权益保障部', '宣传教育部', '女职工部', '经费审查办公室']

/** What stands above the unions: district federation, its departments, streets and towns, associations, Party line, stations. */
export function addFrame(draft: Draft): Frame {
  const nextUscc = draft.employerMaker.nextUscc
  const federation = addOrganisation(draft, {
    kind: 'federation',
    name: `${DISTRICT}总工会`,
    uscc: nextUscc('89'),
    street: null,
    startDay: FOUNDED,
  }).number
  const addIndustrialUnion = (name: string, startDay: number) => {
    const union = addOrganisation(draft, {
      kind: 'industrial_union',
      name,
      uscc: nextUscc('89'),
      street: null,
      startDay,
    })
    affiliate(draft, { child: union.number, parent: federation, kind: 'leads' }, [startDay])
    return union.number
  }
  const constructionUnion = addIndustrialUnion(`${DISTRICT}建设与交通工会`, dayOf('2003-05-01'))
  const educationUnion = addIndustrialUnion(`${DISTRICT}教育工会`, dayOf('1996-09-01'))
  for (const name of DEPARTMENTS) {
    const part = addOrganisation(draft, {
      kind: 'department',
      name: `${DISTRICT}总工会${name}`,
      uscc: null,
      street: null,
      startDay: FOUNDED,
    })
    affiliate(draft, { child: part.number, parent: federation, kind: 'leads' }, [FOUNDED])
  }
  // The Party line is a tree of its own: no federation leads a Party body, and employers are linked to it by `party`.
  const workCommittee = addOrganisation(draft, {
    kind: 'party_body',
    name: '中共宁波市江北区委两新组织工作委员会',
    uscc: null,
    street: null,
    startDay: dayOf('2012-06-01'),
  }).number
  const streets = STREETS.map(([name, weight]) =>
    addStreet(draft, { name, weight, federation, workCommittee }),
  )
  addAssociations(draft, streets)
  return { federation, constructionUnion, educationUnion, streets }
}

type NewStreet = {
  name: string
  weight: number
  federation: OrganisationNumber
  workCommittee: OrganisationNumber
}

function addStreet(draft: Draft, { name, weight, federation, workCommittee }: NewStreet): Street {
  const startDay = draft.random(`street:${name}`).between(dayOf('1992-03-01'), dayOf('1994-05-01'))
  const street = addOrganisation(draft, {
    kind: 'street_federation',
    name: `${DISTRICT}${name}总工会`,
    uscc: draft.employerMaker.nextUscc('89'),
    street: null,
    startDay,
  })
  street.street = street.number
  street.streetName = name
  affiliate(draft, { child: street.number, parent: federation, kind: 'leads' }, [startDay])
  const committee = addOrganisation(draft, {
    kind: 'party_body',
    name: `中共${DISTRICT}${name}两新组织综合委员会`,
    uscc: null,
    street: street.number,
    startDay: dayOf('2012-09-01'),
  }).number
  affiliate(draft, { child: committee, parent: workCommittee, kind: 'leads' }, [dayOf('2012-09-01')])
  const stationDay = dayOf('2019-05-01')
  const station = addOrganisation(draft, {
    kind: 'station',
    name: `${name}职工服务站`,
    uscc: null,
    street: street.number,
    startDay: stationDay,
  }).number
  affiliate(draft, { child: station, parent: street.number, kind: 'leads' }, [stationDay])
  return {
    name,
    federation: street.number,
    partyCommittee: committee,
    weight,
    hubs: [{ organisation: street.number, prefix: name }],
  }
}

function addAssociations(draft: Draft, streets: readonly Street[]): void {
  const random = draft.random('associations')
  const wanted = draft.scale === 'full' ? 26 : quota(26, 0.15)
  for (let turn = 0; turn < wanted; turn++) {
    const street = streets[(turn * 3 + 5) % streets.length]!
    const place = PLACES[Math.floor(turn / streets.length) % PLACES.length]!
    const prefix = street.name.replace(/街道$|镇$/, '') + place
    const startDay = random.between(dayOf('2008-01-01'), dayOf('2016-12-01'))
    const association = addOrganisation(draft, {
      kind: 'union_association',
      name: `${prefix}工会联合会`,
      uscc: draft.employerMaker.nextUscc('81'),
      street: street.federation,
      startDay,
    }).number
    affiliate(draft, { child: association, parent: street.federation, kind: 'leads' }, [startDay])
    street.hubs.push({ organisation: association, prefix })
  }
}
