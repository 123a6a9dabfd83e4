import { employerMaker, skewedSizes, unionNameOf, type SyntheticEmployer } from './organisations.ts'
import { quota, randomFrom, type Random } from './random.ts'

/** A federation, association or joint union of the register: a row without workers of its own. */
export interface RegisterUnion {
  name: string
  uscc: string
  level: '区总工会' | '街道总工会' | '园区工会联合会' | '联合工会'
  parentName: string | null
  street: string | null
}

export interface RegisterEmployer extends SyntheticEmployer {
  street: string
  unionName: string
  unionUscc: string
  parentName: string
  type: '单独基层工会' | '联合工会成员单位'
  workers: number
  women: number
  members: number
  womenMembers: number
}

export interface Register {
  unions: RegisterUnion[]
  employers: RegisterEmployer[]
}

/** A city and district that are on no map, for rosters that are not the demo's. */
const CITY = '望川'
export const DISTRICT = '望川市临湖区'
const STREETS = ['北岸', '柳堤', '石埠', '新桥', '云台', '湖口', '茶山', '渡头']
const PARKS = ['高新技术产业园', '物流园', '电商园', '文创园']

type Add = (
  given: Pick<RegisterUnion, 'name' | 'level' | 'street'>,
  parent: RegisterUnion | null,
) => RegisterUnion

/** A register of any size: one district, eight streets, some parks, joint unions for the small; members sum exactly. */
export function makeRegister({
  organisations,
  members,
  seed,
}: {
  organisations: number
  members: number
  seed: number
}): Register {
  const random = randomFrom(`${seed}:register`)
  const maker = employerMaker(random, { city: CITY, district: DISTRICT })
  const unions: RegisterUnion[] = []
  const add: Add = (given, parent) => {
    const uscc = maker.nextUscc(given.level === '区总工会' || given.level === '街道总工会' ? '89' : '81')
    const union = { ...given, uscc, parentName: parent?.name ?? null }
    unions.push(union)
    return union
  }
  const hubs = addHubs(add, organisations)
  const jointUnionFor = jointUnions(add, random)
  const employers = skewedSizes(random, { count: organisations, total: members, least: 3 }).map(
    (size): RegisterEmployer => {
      const made = maker.next()
      const hub = random.pick(hubs)
      const workers = size + random.below(Math.ceil(size / 6) + 1)
      const women = Math.round(workers * (0.2 + random.unit() * 0.5))
      const womenMembers = Math.min(women, Math.round((size * women) / workers))
      const numbers = { street: hub.street!, workers, women, members: size, womenMembers }
      if (size >= 25) {
        const own = {
          unionName: unionNameOf(made.name),
          unionUscc: maker.nextUscc('81'),
          parentName: hub.name,
        }
        return { ...made, ...numbers, ...own, type: '单独基层工会' }
      }
      const union = jointUnionFor(hub)
      const shared = { unionName: union.name, unionUscc: union.uscc, parentName: union.name }
      return { ...made, ...numbers, ...shared, type: '联合工会成员单位' }
    },
  )
  return { unions, employers }
}

/** The district, its streets and the parks of some of them; unions hang below a street or a park. */
function addHubs(add: Add, organisations: number): RegisterUnion[] {
  const district = add({ name: `${DISTRICT}总工会`, level: '区总工会', street: null }, null)
  const streets = STREETS.map((street) =>
    add({ name: `${street}街道总工会`, level: '街道总工会', street: `${street}街道` }, district),
  )
  const parks = streets.slice(0, quota(organisations, 0.0015)).map((street, at) => {
    const name = `${STREETS[at]!}${PARKS[at % PARKS.length]!}工会联合会`
    return add({ name, level: '园区工会联合会', street: street.street }, street)
  })
  return [...streets, ...parks]
}

/** The joint union of a hub that still has room; a new one for every 7 to 18 employers. */
function jointUnions(add: Add, random: Random): (hub: RegisterUnion) => RegisterUnion {
  const current = new Map<RegisterUnion, { union: RegisterUnion; left: number; count: number }>()
  return (hub) => {
    const last = current.get(hub)
    if (last && last.left > 0) {
      last.left--
      return last.union
    }
    const count = (last?.count ?? 0) + 1
    const prefix = hub.name.replace(/总工会$|工会联合会$/, '')
    const union = add({ name: `${prefix}第${count}联合工会`, level: '联合工会', street: hub.street }, hub)
    current.set(hub, { union, left: random.between(6, 17), count })
    return union
  }
}

/** The register as `import-roster --register` reads it. */
export function registerFile({ employers }: Register): string {
  const organisations = employers.map((employer) => ({
    name: employer.name,
    uscc: employer.uscc,
    former_names: [],
    union_name: employer.unionName,
    union_uscc: employer.unionUscc,
  }))
  return JSON.stringify({ organisations })
}
