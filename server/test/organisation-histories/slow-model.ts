/**
 * A model of organisations over time, written apart from the product and as plainly as possible: for every organisation one array cell for
 * every day. It shares no code with the module it is compared with.
 */
export interface ModelOrganisation {
  kind: string
  /** By day: the name while it exists, otherwise null. */
  name: (string | null)[]
  parent: (number | null)[]
  /** By day: whether a decision about its place begins on this day. */
  decided: boolean[]
  ended: boolean
}

/** Thrown when the office procedure says no. */
export class ModelRefusal extends Error {}

const leaders: Record<string, string[]> = {
  federation: ['federation', 'street_federation', 'union_association', 'basic_union', 'employer'],
  street_federation: ['street_federation', 'union_association', 'basic_union', 'employer'],
  union_association: ['union_association', 'basic_union', 'employer'],
  basic_union: ['basic_union', 'employer'],
  employer: [],
}

export class SlowModel {
  readonly days: number
  organisations: ModelOrganisation[] = []
  /** `union employer` → by day, whether it is covered. */
  covered = new Map<string, boolean[]>()

  constructor(days: number) {
    this.days = days
  }

  copy(): SlowModel {
    const copied = new SlowModel(this.days)
    copied.organisations = structuredClone(this.organisations)
    copied.covered = structuredClone(this.covered)
    return copied
  }

  enter(kind: string, name: string, place: { parent: number | null; day: number }): number {
    const from = <T>(value: T) => this.#array((day) => (day >= place.day ? value : null))
    this.organisations.push({
      kind,
      name: from(name),
      parent: from(place.parent),
      decided: this.#array((day) => day === place.day),
      ended: false,
    })
    return this.organisations.length - 1
  }

  cover(union: number, employer: number, day: number): void {
    this.#coverage(union, employer).fill(true, day)
  }

  move(child: number, parent: number, day: number): void {
    const organisation = this.organisations[child]!
    this.#say(organisation.name[day] !== null, 'does not exist')
    this.#say(this.#canLead(parent, child), 'cannot lead')
    this.#say(organisation.parent[day] !== parent, 'stands there already')
    for (let d = day; d < this.days; d++) {
      if (d > day && organisation.decided[d]) break
      if (organisation.name[d] === null) break
      organisation.parent[d] = parent
    }
    organisation.decided[day] = true
    this.#check()
  }

  rename(index: number, name: string, day: number): void {
    const names = this.organisations[index]!.name
    const before = names[day]
    this.#say(before !== null && before !== name, 'nothing to rename')
    for (let d = day; d < this.days && names[d] === before; d++) names[d] = name
  }

  merge(predecessors: number[], successor: number, day: number): void {
    this.#say(!predecessors.includes(successor), 'merges into itself')
    this.#say(this.organisations[successor]!.name[day] !== null, 'successor does not exist')
    for (const each of predecessors) {
      this.#mustBeEndable(each, day)
      const kinds = [this.organisations[each]!.kind, this.organisations[successor]!.kind]
      const places = kinds.filter((kind) => kind === 'employer').length
      this.#say(places !== 1, 'unions with unions, employers with employers')
    }
    this.#handOver(predecessors, { to: successor, day })
    for (const [key, cells] of [...this.covered]) {
      const [union, employer] = key.split(' ').map(Number) as [number, number]
      const next: [number, number] = [
        predecessors.includes(union) ? successor : union,
        predecessors.includes(employer) ? successor : employer,
      ]
      if (next[0] === union && next[1] === employer) continue
      for (let d = day; d < this.days; d++) {
        if (!cells[d]) continue
        cells[d] = false
        if (this.organisations[successor]!.name[d] !== null) this.#coverage(...next)[d] = true
      }
    }
    for (const each of predecessors) this.#end(each, day)
    this.#check()
  }

  split(from: number, chosen: { children: number[]; employers: number[]; name: string }, day: number): void {
    const old = this.organisations[from]!
    this.#say(old.name[day] !== null && !old.ended, 'does not go on')
    this.#say(old.parent[day] !== null, 'is the top')
    const led = (child: number) => this.organisations[child]!.parent[day] === from
    this.#say(chosen.children.every(led), 'not its children')
    this.#say(
      chosen.employers.every((employer) => this.covered.get(`${from} ${employer}`)?.[day] === true),
      'not covered',
    )
    const fresh = this.enter(old.kind, chosen.name, { parent: null, day })
    const organisation = this.organisations[fresh]!
    for (let d = day; d < this.days; d++) {
      organisation.parent[d] = old.parent[d]!
      if (d > day) organisation.decided[d] = old.decided[d]!
    }
    const children = [...new Set([...chosen.children, ...chosen.employers.filter(led)])]
    this.#handOver([from], { to: fresh, day, only: children })
    for (const employer of chosen.employers) {
      const cells = this.#coverage(from, employer)
      for (let d = day; d < this.days; d++) {
        if (cells[d]) this.#coverage(fresh, employer)[d] = true
        cells[d] = false
      }
    }
    this.#check()
  }

  close(index: number, day: number, childrenTo: number | null): void {
    this.#mustBeEndable(index, day)
    this.#say(
      this.organisations[index]!.parent.some((parent, d) => d < day && parent !== null),
      'is the top',
    )
    const children = this.#childrenFrom([index], day)
    if (children.length > 0) {
      this.#say(childrenTo !== null && childrenTo !== index, 'children have nowhere to go')
      this.#say(this.organisations[childrenTo!]!.name[day] !== null, 'new parent does not exist')
      this.#handOver([index], { to: childrenTo!, day })
    }
    this.#end(index, day)
    this.#check()
  }

  /** Everything at or below an organisation on a day. */
  below(index: number, day: number): number[] {
    if (this.organisations[index]!.name[day] === null) return []
    const found = [index]
    for (let at = 0; at < found.length; at++) {
      for (let other = 0; other < this.organisations.length; other++) {
        if (this.organisations[other]!.parent[day] === found[at]) found.push(other)
      }
    }
    return found
  }

  #handOver(from: number[], way: { to: number; day: number; only?: number[] }): void {
    const children = this.#childrenFrom(from, way.day).filter((child) => way.only?.includes(child) ?? true)
    this.#say(!children.includes(way.to), 'successor stands below')
    for (const child of children) {
      this.#say(this.#canLead(way.to, child), 'cannot lead')
      const organisation = this.organisations[child]!
      if (from.includes(organisation.parent[way.day]!)) organisation.decided[way.day] = true
      for (let d = way.day; d < this.days; d++) {
        const parent = organisation.parent[d]
        if (parent !== null && from.includes(parent!)) organisation.parent[d] = way.to
      }
    }
  }

  #childrenFrom(parents: number[], day: number): number[] {
    const children: number[] = []
    this.organisations.forEach((organisation, index) => {
      const led = organisation.parent.some(
        (parent, d) => d >= day && parent !== null && parents.includes(parent),
      )
      if (led) children.push(index)
    })
    return children
  }

  #end(index: number, day: number): void {
    const organisation = this.organisations[index]!
    organisation.ended = true
    organisation.name.fill(null, day)
    organisation.parent.fill(null, day)
    for (const [key, cells] of this.covered)
      if (key.split(' ').map(Number).includes(index)) cells.fill(false, day)
  }

  #mustBeEndable(index: number, day: number): void {
    const { name, ended } = this.organisations[index]!
    this.#say(!ended, 'has ended')
    this.#say(day > name.findIndex((each) => each !== null), 'has not begun')
  }

  #canLead(parent: number, child: number): boolean {
    return leaders[this.organisations[parent]!.kind]!.includes(this.organisations[child]!.kind)
  }

  #check(): void {
    for (let d = 0; d < this.days; d++) {
      for (let index = 0; index < this.organisations.length; index++) {
        let at: number | null = index
        for (let steps = 0; at !== null; steps++) {
          this.#say(steps <= this.organisations.length, 'goes in circles')
          const above: number | null = this.organisations[at]!.parent[d] ?? null
          if (above !== null) this.#say(this.organisations[above]!.name[d] !== null, 'led by nobody')
          at = above
        }
      }
    }
  }

  #coverage(union: number, employer: number): boolean[] {
    const key = `${union} ${employer}`
    const cells = this.covered.get(key) ?? this.#array(() => false)
    this.covered.set(key, cells)
    return cells
  }

  #array<T>(cell: (day: number) => T): T[] {
    return Array.from({ length: this.days }, (_, day) => cell(day))
  }

  #say(holds: boolean, why: string): void {
    if (!holds) throw new ModelRefusal(why)
  }
}
