import type { Amendment, Outcome } from './judged-row.ts'
import { reason, type Reason } from './reasons.ts'

/** What the search for duplicates needs of a row with a good number. */
export interface DuplicateCandidate {
  /** Place among all data rows of the file. */
  index: number
  sheet: string
  row: number
  name: string
  /** 18 characters, good. */
  number: string
  /** '' where the row has no union. */
  unionKey: string
  mobile: string | null
  outcome: Outcome
}

/**
 * Finds rows of one person (X20, X21) and mobiles on two accepted rows (X25) over a whole file. Rows are held as a few
 * numbers each, so that 200,000 of them stay small.
 */
export class DuplicateFinder {
  private readonly names = new Interner()
  private readonly unions = new Interner()
  private readonly sheets: string[] = []
  private readonly facts = FACTS.map(() => new Float64Array(1024))
  private count = 0

  /** Rows come in the order of the file. */
  add(candidate: DuplicateCandidate): void {
    if (this.count === (this.facts[0] as Float64Array).length) this.grow()
    if (this.sheets.at(-1) !== candidate.sheet) this.sheets.push(candidate.sheet)
    const at = this.count++
    const facts = this.facts as [Float64Array, ...Float64Array[]]
    const write = (fact: number, value: number) => ((facts[fact] as Float64Array)[at] = value)
    write(INDEX, candidate.index)
    write(SHEET, this.sheets.length - 1)
    write(ROW, candidate.row)
    write(NAME, this.names.of(candidate.name))
    // Seventeen digits do not fit one number; the eighteenth follows from them.
    write(HEAD, Number(candidate.number.slice(0, 9)))
    write(TAIL, Number(candidate.number.slice(9, 17)))
    write(UNION, candidate.unionKey === '' ? 0 : this.unions.of(candidate.unionKey))
    write(MOBILE, candidate.mobile === null ? 0 : Number(candidate.mobile))
    write(ACCEPTED, candidate.outcome === 'accepted' ? 1 : 0)
  }

  /** What is added to which rows, in the order of the file. */
  amendments(): Amendment[] {
    const added = new Map<number, Reason[]>()
    const add = (at: number, why: Reason) => {
      const reasons = added.get(at)
      if (reasons) reasons.push(why)
      else added.set(at, [why])
    }
    for (const group of this.groups([HEAD, TAIL], () => true)) this.judgeNumberGroup(group, add)
    const [head, tail] = [this.fact(HEAD), this.fact(TAIL)]
    for (const group of this.groups([NAME, BIRTH, UNION], (at) => this.fact(UNION)[at] !== 0)) {
      const [first] = group as [number]
      if (group.every((at) => head[at] === head[first] && tail[at] === tail[first])) continue
      for (const at of group) add(at, reason('X20.two_numbers', 'id_number'))
    }
    const warned = this.sharedMobiles(added)
    return [...new Set([...added.keys(), ...warned])]
      .sort((a, b) => a - b)
      .map((at) => this.amendment(at, added.get(at) ?? [], warned.has(at) ? SHARED_MOBILE : NO_WARNINGS))
  }

  private judgeNumberGroup(group: readonly number[], add: (at: number, why: Reason) => void): void {
    const [names, unions] = [this.fact(NAME), this.fact(UNION)]
    if (new Set(group.map((at) => names[at])).size > 1) {
      for (const at of group) add(at, reason('X20.two_names', 'full_name'))
      return
    }
    // A row without a union does not say that there are two.
    if (new Set(group.map((at) => unions[at]).filter((union) => union !== 0)).size > 1) {
      for (const at of group) add(at, reason('X21.two_unions', 'union_name'))
      return
    }
    for (const at of group.slice(1)) add(at, reason('X20.repeated', 'id_number'))
  }

  /** Rows that stay accepted and share a mobile with another such row. */
  private sharedMobiles(reviewed: ReadonlyMap<number, unknown>): Set<number> {
    const [mobile, accepted] = [this.fact(MOBILE), this.fact(ACCEPTED)]
    const counts = (at: number) => mobile[at] !== 0 && accepted[at] === 1 && !reviewed.has(at)
    return new Set(this.groups([MOBILE], counts).flat())
  }

  private amendment(at: number, reasons: readonly Reason[], warnings: readonly string[]): Amendment {
    return {
      index: this.fact(INDEX)[at] as number,
      sheet: this.sheets[this.fact(SHEET)[at] as number] as string,
      row: this.fact(ROW)[at] as number,
      before: this.fact(ACCEPTED)[at] === 1 ? 'accepted' : 'review',
      reasons,
      warnings,
    }
  }

  /** Groups of two and more rows that agree in all `keys`, each in the order of the file. */
  private groups(keys: readonly number[], takesPart: (at: number) => boolean): number[][] {
    const facts = keys.map((key) => (key === BIRTH ? this.births() : this.fact(key)))
    const mask = tableSize(this.count) - 1
    const heads = new Int32Array(mask + 1).fill(-1)
    const next = new Int32Array(this.count).fill(-1)
    const leaders = new Map<number, number[]>()
    for (let at = 0; at < this.count; at++) {
      if (!takesPart(at)) continue
      let hash = 0
      for (const fact of facts) hash = Math.imul(hash ^ mix(fact[at] as number), 0x9e3779b1)
      const slot = (hash ^ (hash >>> 15)) & mask
      let leader = heads[slot] as number
      while (leader !== -1 && !facts.every((fact) => fact[leader] === fact[at]))
        leader = next[leader] as number
      if (leader === -1) {
        next[at] = heads[slot] as number
        heads[slot] = at
      } else {
        const group = leaders.get(leader)
        if (group) group.push(at)
        else leaders.set(leader, [leader, at])
      }
    }
    return [...leaders.values()]
  }

  /** YYYYMMDD from digits 7 to 14: three of the head, five of the tail. */
  private births(): Float64Array {
    const [head, tail] = [this.fact(HEAD), this.fact(TAIL)]
    return Float64Array.from({ length: this.count }, (_, at) => {
      return ((head[at] as number) % 1000) * 100_000 + Math.floor((tail[at] as number) / 1000)
    })
  }

  private fact(fact: number): Float64Array {
    return this.facts[fact] as Float64Array
  }

  private grow(): void {
    for (const [at, old] of this.facts.entries()) {
      const wider = new Float64Array(old.length * 2)
      wider.set(old)
      this.facts[at] = wider
    }
  }
}

/** Numbers for texts, from 1. */
class Interner {
  private readonly numbers = new Map<string, number>()

  of(text: string): number {
    let number = this.numbers.get(text)
    if (number === undefined) {
      number = this.numbers.size + 1
      this.numbers.set(text, number)
    }
    return number
  }
}

function mix(value: number): number {
  return Math.imul((value % 4_294_967_291) | 0, 0x85ebca6b) ^ Math.floor(value / 65_536)
}

function tableSize(count: number): number {
  let size = 16
  while (size < count * 2) size *= 2
  return size
}

const [INDEX, SHEET, ROW, NAME, HEAD, TAIL, UNION, MOBILE, ACCEPTED] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const
const FACTS = [INDEX, SHEET, ROW, NAME, HEAD, TAIL, UNION, MOBILE, ACCEPTED]
const BIRTH = -1
const SHARED_MOBILE: readonly string[] = Object.freeze(['X25'])
const NO_WARNINGS: readonly string[] = Object.freeze([])
