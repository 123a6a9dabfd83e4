import type { Listed } from './queries/people.ts'
import type { Barred, Side } from './rules/candidates.ts'

/** The people of both sides as numbers, and who stands behind each number. */
export interface Numbered {
  men: Side
  women: Side
  manIds: string[]
  womanIds: string[]
  barred: Barred
}

/** Turns people and barred pairs into numbers: what leaves for the thread that makes the lists names nobody. */
export function numbered(people: readonly Listed[], barred: readonly { a: string; b: string }[]): Numbered {
  const men = people.filter((each) => each.profile.sex === 'male')
  const women = people.filter((each) => each.profile.sex === 'female')
  const numbers = new Numbers()
  const manIds = men.map((each) => each.profile.personId)
  const womanIds = women.map((each) => each.profile.personId)
  return {
    men: side(men, numbers),
    women: side(women, numbers),
    manIds,
    womanIds,
    barred: barredNumbers(barred, manIds, womanIds),
  }
}

function side(people: readonly Listed[], numbers: Numbers): Side {
  const bytes = (of: (each: Listed) => number) => Uint8Array.from(people, of)
  const yes = (of: (each: Listed) => boolean) => bytes((each) => (of(each) ? 1 : 0))
  const districts = people.map(({ profile }) => districtBits(profile.limits.districtCodes, numbers))
  return {
    size: people.length,
    age: bytes((each) => each.profile.facts.age),
    heightCm: bytes((each) => each.profile.facts.heightCm ?? 0),
    district: bytes((each) => numbers.district(each.profile.facts.districtCode)),
    hasChildren: yes((each) => each.profile.facts.hasChildren),
    ageFrom: bytes((each) => each.profile.limits.ageFrom ?? 0),
    ageTo: bytes((each) => each.profile.limits.ageTo ?? 0),
    heightFrom: bytes((each) => each.profile.limits.heightFromCm ?? 0),
    heightTo: bytes((each) => each.profile.limits.heightToCm ?? 0),
    districtsLow: Uint32Array.from(districts, (bits) => bits.low),
    districtsHigh: Uint32Array.from(districts, (bits) => bits.high),
    acceptsChildren: yes((each) => each.profile.limits.acceptsChildren),
    union: Int32Array.from(people, (each) => numbers.place(each.unionId)),
    employer: Int32Array.from(people, (each) => numbers.place(each.employerId)),
    hidesFromUnit: yes((each) => each.profile.hideFromUnit),
    says: bytes((each) => each.levels?.says ?? 3),
    liked: bytes((each) => each.levels?.liked ?? 3),
    shownBefore: Uint16Array.from(people, (each) => each.shownBefore),
  }
}

function districtBits(codes: readonly string[], numbers: Numbers): { low: number; high: number } {
  if (codes.length === 0) return { low: 0xffffffff, high: 0xffffffff }
  let [low, high] = [0, 0]
  for (const code of codes) {
    const number = numbers.district(code)
    if (number < 32) low |= 1 << number
    else high |= 1 << (number - 32)
  }
  return { low: low >>> 0, high: high >>> 0 }
}

function barredNumbers(
  pairs: readonly { a: string; b: string }[],
  manIds: readonly string[],
  womanIds: readonly string[],
): Set<number> {
  const men = new Map(manIds.map((id, at) => [id, at]))
  const women = new Map(womanIds.map((id, at) => [id, at]))
  const barred = new Set<number>()
  for (const { a, b } of pairs) {
    const man = men.get(a) ?? men.get(b)
    const woman = women.get(a) ?? women.get(b)
    if (man !== undefined && woman !== undefined) barred.add(man * womanIds.length + woman)
  }
  return barred
}

/** Numbers for districts and places of work, the same for both sides. Nobody without a place is a colleague of anybody. */
class Numbers {
  readonly #districts = new Map<string, number>()
  readonly #places = new Map<string, number>()
  #nowhere = -1

  district(code: string): number {
    const known = this.#districts.get(code)
    if (known !== undefined) return known
    const number = this.#districts.size
    if (number > 63) throw new RangeError('more than 64 districts')
    this.#districts.set(code, number)
    return number
  }

  place(id: string | null): number {
    if (id === null) return this.#nowhere--
    const known = this.#places.get(id) ?? this.#places.size
    this.#places.set(id, known)
    return known
  }
}
