import type { Profile } from '#contract/organisation-shapes.ts'
import { newId } from '#server/platform/ids.ts'
import { isUnion } from '../kinds.ts'
import {
  employerSaid,
  firstDayOf,
  profileSaid,
  shapeOf,
  twoNewTypeOf,
  type RegisterRow,
} from './register-row.ts'

/** An organisation the tenant has already, as it is on the day of the register. */
export interface KnownOrganisation {
  id: string
  kind: string
  name: string
  uscc: string | null
  startsOn: string
  parentId: string | null
  unionIds: readonly string[]
  /** Whether it stands at or below the organisation that brings the register in. */
  within: boolean
}

/** An organisation as the register has it: a new one, or one that is known and may have changed. */
export interface PlannedOrganisation {
  id: string
  isNew: boolean
  row: number
  kind: string
  unionType: string | null
  twoNewType: string | null
  startsOn: string
  said: Partial<Profile> & { name: string }
  parentId: string
  coveredBy: string | null
  headcount: {
    workers: number
    women: number | null
    members: number | null
    womenMembers: number | null
  } | null
}

/** A union's chair as the register names them. */
export interface RegisterChair {
  row: number
  unionId: string
  name: string
  mobile: string | null
}

export interface RegisterPlan {
  organisations: PlannedOrganisation[]
  chairs: RegisterChair[]
  /** Rows whose organisation stands outside the reach of whoever brings the register in: left alone. */
  outside: number[]
}

export interface PlanContext {
  /** The organisation that brings the register in: whatever has no parent of its own in it stands below. */
  root: { id: string; kind: string; name: string; startsOn: string }
  known: readonly KnownOrganisation[]
  asOf: string
}

type Draft = PlannedOrganisation & { parentName: string | null }

/**
 * Works out what judged register rows say of organisations: which are new, which are known (by credit code, then by name), who leads and who
 * covers whom. Pure. Parents are looked up among the union and unit names of the register, then among those known; without one, the root leads.
 */
export function planRegister(rows: readonly RegisterRow[], context: PlanContext): RegisterPlan {
  const planner = new Planner(context)
  // Unions first: members of a joint union may stand above it in the sheet.
  for (const row of rows) planner.addUnion(row)
  for (const row of rows) planner.addEmployer(row)
  return planner.finish()
}

class Planner {
  readonly #context: PlanContext
  readonly #knownByUscc = new Map<string, KnownOrganisation>()
  readonly #knownByName = new Map<string, KnownOrganisation>()
  readonly #knownById = new Map<string, KnownOrganisation>()
  readonly #drafts = new Map<string, Draft>()
  readonly #unionIdByName = new Map<string, string>()
  readonly #unionIdByUnit = new Map<string, string>()
  readonly #chairs: RegisterChair[] = []
  readonly #outside = new Set<number>()

  constructor(context: PlanContext) {
    this.#context = context
    for (const each of context.known) {
      this.#knownById.set(each.id, each)
      if (each.uscc !== null) this.#knownByUscc.set(each.uscc, each)
      this.#knownByName.set(nameKey(each.kind, each.name), each)
      if (isUnion(each.kind)) this.#unionIdByName.set(each.name, each.id)
    }
  }

  addUnion(row: RegisterRow): void {
    const shape = shapeOf(row)
    if (shape.shape === 'employer' && !shape.own) return
    const name = row.union_name ?? row.name
    const uscc = row.union_uscc ?? (shape.shape === 'union' ? row.uscc : null)
    const kind = shape.shape === 'union' ? shape.kind : 'basic_union'
    // The register's own top is the organisation that brings it in, whatever it is called there.
    if (kind === 'federation' && row.parent_name === null && this.#context.root.kind === 'federation') {
      this.#unionIdByName.set(name, this.#context.root.id)
      this.#unionIdByUnit.set(row.name, this.#context.root.id)
      return
    }
    const unionType = shape.shape === 'union' ? shape.unionType : 'single'
    const rest = shape.shape === 'union' ? employerSaid(row) : {}
    const id = this.#put(row, {
      kind,
      unionType,
      twoNewType: null,
      said: { ...profileSaid(row, name, uscc), ...rest },
      parentName: row.parent_name,
      coveredBy: null,
      headcount: null,
    })
    if (id === null) return
    this.#unionIdByName.set(name, id)
    this.#unionIdByUnit.set(row.name, id)
    if (row.chair_name !== null)
      this.#chairs.push({ row: row.row, unionId: id, name: row.chair_name, mobile: row.chair_mobile })
  }

  addEmployer(row: RegisterRow): void {
    const shape = shapeOf(row)
    if (shape.shape === 'union') return
    const unionName = row.union_name ?? (shape.joint ? row.parent_name : null)
    const unionId = unionName === null ? null : this.#unionNamed(unionName)
    const employer = { ...profileSaid(row, row.name, row.uscc), ...employerSaid(row) }
    if (shape.own) delete employer.approvalNo
    this.#put(row, {
      kind: 'employer',
      unionType: null,
      twoNewType: twoNewTypeOf(row),
      said: employer,
      parentName: unionId === null ? row.parent_name : unionName,
      coveredBy: unionId,
      headcount: headcountOf(row),
    })
  }

  finish(): RegisterPlan {
    for (const draft of this.#drafts.values()) draft.parentId = this.#parentOf(draft)
    for (const draft of this.#drafts.values()) this.#settleStart(draft, 0)
    return {
      organisations: [...this.#drafts.values()].map(({ parentName: _parentName, ...planned }) => planned),
      chairs: this.#chairs.filter((chair) => !this.#outside.has(chair.row)),
      outside: [...this.#outside].sort((a, b) => a - b),
    }
  }

  #put(
    row: RegisterRow,
    found: Omit<Draft, 'id' | 'isNew' | 'row' | 'startsOn' | 'parentId'>,
  ): string | null {
    const known = this.#find(found.kind, found.said)
    if (known !== undefined && !known.within) {
      this.#outside.add(row.row)
      return null
    }
    const id = known?.id ?? this.#draftNamed(found)?.id ?? newId()
    if (this.#drafts.has(id)) return id
    const founded = row.founded === null ? this.#context.asOf : firstDayOf(row.founded)
    const startsOn = known?.startsOn ?? (founded < this.#context.asOf ? founded : this.#context.asOf)
    this.#drafts.set(id, { ...found, id, isNew: known === undefined, row: row.row, startsOn, parentId: '' })
    return id
  }

  #find(kind: string, said: Draft['said']): KnownOrganisation | undefined {
    const byCode = said.uscc ? this.#knownByUscc.get(said.uscc) : undefined
    if (byCode !== undefined) return byCode
    const byName = this.#knownByName.get(nameKey(kind, said.name))
    // The same name under another credit code is another organisation.
    return byName !== undefined && byName.uscc !== null && said.uscc ? undefined : byName
  }

  // Two rows of one register may name the same new union.
  #draftNamed(found: Pick<Draft, 'kind' | 'said'>): Draft | undefined {
    const id = isUnion(found.kind) ? this.#unionIdByName.get(found.said.name) : undefined
    const draft = id === undefined ? undefined : this.#drafts.get(id)
    return draft?.kind === found.kind ? draft : undefined
  }

  #unionNamed(name: string): string | null {
    return this.#unionIdByName.get(name) ?? this.#unionIdByUnit.get(name) ?? null
  }

  #parentOf(draft: Draft): string {
    const named = draft.parentName === null ? null : this.#unionNamed(draft.parentName)
    if (named !== null && named !== draft.id) {
      const known = this.#knownById.get(named)
      if (known === undefined || known.within) return named
    }
    // A sheet without parents does not move whoever has one.
    return this.#knownById.get(draft.id)?.parentId ?? this.#context.root.id
  }

  // Nobody's entry begins before that of whoever leads it: on every day of its life it has a parent.
  #settleStart(draft: Draft, depth: number): string {
    if (!draft.isNew || depth > 20) return draft.startsOn
    const parent = this.#drafts.get(draft.parentId)
    const above =
      parent === undefined ? this.#startOfKnown(draft.parentId) : this.#settleStart(parent, depth + 1)
    if (draft.startsOn < above) draft.startsOn = above
    return draft.startsOn
  }

  #startOfKnown(id: string): string {
    return this.#knownById.get(id)?.startsOn ?? this.#context.root.startsOn
  }
}

function nameKey(kind: string, name: string): string {
  return `${isUnion(kind) ? 'union' : kind} ${name}`
}

function headcountOf(row: RegisterRow): PlannedOrganisation['headcount'] {
  if (row.employees === null) return null
  return {
    workers: row.employees,
    women: row.women_employees,
    members: row.members,
    womenMembers: row.women_members,
  }
}
