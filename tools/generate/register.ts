import { employerMaker, skewedSizes, unionNameOf, type SyntheticEmployer } from './organisations.ts'
import { quota, randomFrom } from './random.ts'

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
export const CITY = '望川'
export const DISTRICT = '望川市临湖区'
const STREETS = ['北岸', '柳堤', '石埠', '新桥', '云台', '湖口', '茶山', '渡头']
const PARKS = ['高新技术产业园', '物流园', '电商园', '文创园']

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
  const add = (
    name: string,
    level: RegisterUnion['level'],
    place: { parentName: string | null; street: string | null },
  ) => {
    const union = {
      name,
      uscc: maker.nextUscc(level === '区总工会' || level === '街道总工会' ? '89' : '81'),
      level,
      ...place,
    }
    unions.push(union)
    return union
  }
  const district = add(`${DISTRICT}总工会`, '区总工会', { parentName: null, street: null })
  const streets = STREETS.map((street) =>
    add(`${street}街道总工会`, '街道总工会', { parentName: district.name, street: `${street}街道` }),
  )
  const parks = streets.slice(0, quota(organisations, 0.0015)).map((street, at) =>
    add(`${STREETS[at]!}${PARKS[at % PARKS.length]!}工会联合会`, '园区工会联合会', {
      parentName: street.name,
      street: street.street,
    }),
  )
  const hubs = [...streets, ...parks]
  const joint = new Map<RegisterUnion, { union: RegisterUnion; left: number; count: number }>()
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
      let current = joint.get(hub)
      if (!current || current.left === 0) {
        const count = (current?.count ?? 0) + 1
        const prefix = hub.name.replace(/总工会$|工会联合会$/, '')
        const union = add(`${prefix}第${count}联合工会`, '联合工会', {
          parentName: hub.name,
          street: hub.street,
        })
        joint.set(hub, (current = { union, left: random.between(7, 18), count }))
      }
      current.left--
      const shared = {
        unionName: current.union.name,
        unionUscc: current.union.uscc,
        parentName: current.union.name,
      }
      return { ...made, ...numbers, ...shared, type: '联合工会成员单位' }
    },
  )
  return { unions, employers }
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
