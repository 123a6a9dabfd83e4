import type { Extent } from '#tools/soak.ts'
import type { Side } from './rules/candidates.ts'
import { makeWeeklyLists, type WeeklyInput } from './rules/weekly-lists.ts'

const usualPeople = 20_000
const most = 3
const limitSeconds = 60

/** Lists of a week for a made-up population of 60:40 with limits of age, district and height: how long it takes and how evenly people are shown. */
export async function run({ count = usualPeople, seed }: Extent): Promise<string> {
  const even = measure({ men: count / 2, women: count / 2, seed })
  const uneven = measure({ men: count * 0.6, women: count * 0.4, seed: seed + 1 })
  return Promise.resolve([even, uneven].join('; '))
}

function measure({ men, women, seed }: { men: number; women: number; seed: number }): string {
  const input = population({ men, women, seed })
  const began = performance.now()
  const { pairs, exposure } = makeWeeklyLists(input)
  const seconds = (performance.now() - began) / 1000
  mustHold(input, pairs)
  for (const side of [exposure.male, exposure.female]) {
    if (side.gini >= 0.1) throw new Error(`Gini ${side.gini}`)
    if (side.neverShown / side.people >= 0.01)
      throw new Error(`${side.neverShown} of ${side.people} never shown`)
  }
  if (seconds > limitSeconds) throw new Error(`${seconds} s`)
  const said = (name: 'male' | 'female') => {
    const { people, gini, neverShown, most: max, least } = exposure[name]
    const share = ((100 * neverShown) / people).toFixed(2)
    return `${name}: ${people} with enough partners, Gini ${gini.toFixed(3)}, never shown ${share} %, least ${least}, most ${max}`
  }
  return `${men} × ${women}: ${pairs.length} pairs in ${seconds.toFixed(1)} s; ${said('male')}; ${said('female')}`
}

/** Limits and colleagues hold both ways, no pair twice, nobody more than `most` times. */
function mustHold({ men, women, barred, most: cap }: WeeklyInput, pairs: readonly [number, number][]): void {
  const seen = new Set<number>()
  const counts = { men: new Int32Array(men.size), women: new Int32Array(women.size) }
  for (const [man, woman] of pairs) {
    const pair = man * women.size + woman
    if (seen.has(pair) || barred.has(pair)) throw new Error('a pair twice, or one that is barred')
    seen.add(pair)
    if (++counts.men[man]! > cap || ++counts.women[woman]! > cap)
      throw new Error('shown more often than allowed')
    if (!within(men, man, women, woman) || !within(women, woman, men, man))
      throw new Error('outside of limits')
    if (men.union[man] === women.union[woman] && (men.hidesFromUnit[man] || women.hidesFromUnit[woman]))
      throw new Error('colleagues')
  }
}

function within(wishes: Side, one: number, others: Side, other: number): boolean {
  const inside = (value: number, from: number, to: number) => value >= from && (to === 0 || value <= to)
  const districts = (BigInt(wishes.districtsHigh[one]!) << 32n) | BigInt(wishes.districtsLow[one]!)
  return (
    inside(others.age[other]!, wishes.ageFrom[one]!, wishes.ageTo[one]!) &&
    inside(others.heightCm[other]!, wishes.heightFrom[one]!, wishes.heightTo[one]!) &&
    ((districts >> BigInt(others.district[other]!)) & 1n) === 1n
  )
}

/** People as they might be: most wish an age near their own, many a few districts, some a height. */
function population({ men, women, seed }: { men: number; women: number; seed: number }): WeeklyInput {
  const random = seeded(seed)
  const barred = new Set<number>()
  for (let at = 0; at < men + women; at++)
    barred.add(Math.floor(random() * men) * women + Math.floor(random() * women))
  return { men: side(men, 'male', random), women: side(women, 'female', random), barred, most, seed }
}

function side(size: number, sex: 'male' | 'female', random: () => number): Side {
  const bytes = (make: (at: number) => number) => Uint8Array.from({ length: size }, (_, at) => make(at))
  const around = (middle: number, spread: number) => middle + (random() + random() + random() - 1.5) * spread
  const age = bytes(() => Math.max(sex === 'male' ? 22 : 20, Math.round(around(sex === 'male' ? 31 : 29, 8))))
  const tall = sex === 'male' ? 174 : 163
  const everywhere = Array.from({ length: size }, () => random() < 0.4)
  const district = bytes(() => Math.floor(16 * random() * random()))
  const near = (at: number) =>
    everywhere[at]
      ? 0xffff
      : (1 << district[at]!) | (1 << (district[at]! ^ 1)) | (1 << Math.floor(random() * 16))
  const younger = sex === 'male' ? 6 : 2
  const older = sex === 'male' ? 2 : 7
  return {
    size,
    age,
    heightCm: bytes(() => Math.round(around(tall, 10))),
    district,
    hasChildren: bytes(() => (random() < 0.05 ? 1 : 0)),
    ageFrom: bytes((at) => (random() < 0.9 ? age[at]! - younger : 0)),
    ageTo: bytes((at) => (random() < 0.9 ? age[at]! + older : 0)),
    heightFrom: bytes(() => (sex === 'female' && random() < 0.6 ? 168 : 0)),
    heightTo: bytes(() => (sex === 'male' && random() < 0.3 ? 172 : 0)),
    districtsLow: Uint32Array.from({ length: size }, (_, at) => near(at)),
    districtsHigh: new Uint32Array(size),
    acceptsChildren: bytes(() => (random() < 0.6 ? 1 : 0)),
    union: Int32Array.from({ length: size }, () => Math.floor(random() * 500)),
    employer: Int32Array.from({ length: size }, () => Math.floor(random() * 600)),
    hidesFromUnit: bytes(() => (random() < 0.9 ? 1 : 0)),
    says: bytes(() => 1 + Math.floor(random() * 5)),
    liked: bytes(() => 1 + Math.floor(random() * 5)),
    shownBefore: Uint16Array.from({ length: size }, () => Math.floor(random() * 6)),
  }
}

function seeded(seed: number): () => number {
  let state = seed % 2147483646 || 1
  return () => {
    state = (state * 16807) % 2147483647
    return state / 2147483647
  }
}
