import { dayOf } from '#tools/generate/days.ts'
import { addOrganisation, affiliate, type Draft } from '../draft.ts'
import type { OrganisationNumber } from '../shapes.ts'

/** A district federation, or the union of a bureau or group of companies: what stands between the city and the basic unions. */
export interface Branch {
  organisation: OrganisationNumber
  kind: 'district' | 'group'
  name: string
  /** GB/T 2260; groups count as the city's. */
  divisionCode: string
  weight: number
}

export interface Frame {
  city: OrganisationNumber
  womenWorkers: OrganisationNumber
  branches: Branch[]
}

const CITY = '天津市'
const DISTRICTS: readonly (readonly [name: string, code: string, weight: number])[] = [
  ['和平区', '120101', 7],
  ['河东区', '120102', 6],
  ['河西区', '120103', 8],
  ['南开区', '120104', 9],
  ['河北区', '120105', 5],
  ['红桥区', '120106', 4],
  ['东丽区', '120110', 6],
  ['西青区', '120111', 7],
  ['津南区', '120112', 6],
  ['北辰区', '120113', 6],
  ['武清区', '120114', 6],
  ['宝坻区', '120115', 4],
  ['滨海新区', '120116', 16],
  ['宁河区', '120117', 2],
  ['静海区', '120118', 4],
  ['蓟州区', '120119', 4],
]
/** No company of these names is in the register of companies. */
const GROUPS: readonly (readonly [name: string, weight: number])[] = [
  ['津岫装备制造集团公司', 6],
  ['渤珩港航物流集团公司', 6],
  ['海屿轨道交通集团公司', 5],
  ['津熠化工新材料集团公司', 4],
  ['沽岚电子信息集团公司', 5],
  ['津澍城建投资集团公司', 4],
  ['蓟屿能源集团公司', 3],
  ['沽昫食品集团公司', 3],
]
const DEPARTMENTS = ['办公室', '组织部', '权益保障部', '宣传教育部', '女职工部', '经费审查委员会办公室']

/** What stands above the basic unions: the city, its departments, sixteen districts and the unions of groups of companies. */
export function addFrame(draft: Draft): Frame {
  const founded = dayOf('1950-01-01')
  const city = addOrganisation(draft, {
    kind: 'federation',
    name: `${CITY}总工会`,
    uscc: draft.employerMaker.nextUscc('89'),
    street: null,
    startDay: founded,
  }).number
  const departments = DEPARTMENTS.map((name) => {
    const { number } = addOrganisation(draft, {
      kind: 'department',
      name: `${CITY}总工会${name}`,
      uscc: null,
      street: null,
      startDay: founded,
    })
    affiliate(draft, { child: number, parent: city, kind: 'leads' }, [founded])
    return number
  })
  const branches = [
    ...DISTRICTS.map(([name, divisionCode, weight]) =>
      addBranch(draft, city, { kind: 'district', name, divisionCode, weight }),
    ),
    ...GROUPS.map(([name, weight]) =>
      addBranch(draft, city, { kind: 'group', name, divisionCode: draft.place.divisionCode, weight }),
    ),
  ]
  return { city, womenWorkers: departments[DEPARTMENTS.indexOf('女职工部')]!, branches }
}

function addBranch(draft: Draft, city: OrganisationNumber, given: Omit<Branch, 'organisation'>): Branch {
  const startDay = draft.random(`branch:${given.name}`).between(dayOf('1984-03-01'), dayOf('2009-12-01'))
  const { number } = addOrganisation(draft, {
    kind: given.kind === 'district' ? 'federation' : 'industrial_union',
    name: given.kind === 'district' ? `${CITY}${given.name}总工会` : `${given.name}工会`,
    uscc: draft.employerMaker.nextUscc('89'),
    street: null,
    startDay,
    divisionCode: given.divisionCode,
  })
  affiliate(draft, { child: number, parent: city, kind: 'leads' }, [startDay])
  return { ...given, organisation: number }
}
