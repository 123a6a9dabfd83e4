import type { OrganisationDraft } from './organisation-row.ts'
import { Mark } from './marks.ts'
import { reason } from './reasons.ts'

/**
 * Looks the parents up among the union and unit names of all data rows (import policy, section 5): notes O01 where one
 * is missing, O02 on rows of a circle, and puts the parent's own name in place of a shortened one (X22).
 */
export function judgeParents(rows: readonly OrganisationDraft[]): void {
  const names = nameIndex(rows)
  const parents = rows.map((row, at) =>
    row.rejections === null || row.values.parent_name !== null ? parentOf(row, at, names) : null,
  )
  const owners = rows.map((row, at) => ownerOf(row, at, names))
  const onCircle = circles(owners, parents)
  for (const [at, row] of rows.entries()) {
    const owner = owners[at] as number
    if (!onCircle.has(owner) || (owner !== at && parents[at] !== parents[owner])) continue
    row.reviews.push(reason(parents[owner] === owner ? 'O02.own' : 'O02.cycle', 'parent_name'))
  }
}

/** The name without its last 总工会, 工会联合会, 联合工会, 工会委员会 or 工会. */
function parentKey(name: string): string {
  return name.replace(/(?:总工会|工会联合会|联合工会|工会委员会|工会)$/u, '') || name
}

interface NameIndex {
  unions: Map<string, number>
  units: Map<string, number>
  keys: Map<string, number[]>
}

/** Rows by their names; the row that a union's name belongs to is the one that is no mere member of a joint union. */
function nameIndex(rows: readonly OrganisationDraft[]): NameIndex {
  const index: NameIndex = { unions: new Map(), units: new Map(), keys: new Map() }
  const order = [...rows.keys()].sort(
    (a, b) => Number(isMember(rows[a])) - Number(isMember(rows[b])) || a - b,
  )
  for (const at of order) {
    const { union_name: union, name: unit } = (rows[at] as OrganisationDraft).values
    if (union !== null && !index.unions.has(union)) index.unions.set(union, at)
    if (unit !== null && !index.units.has(unit)) index.units.set(unit, at)
    for (const name of new Set([union, unit])) if (name !== null) addTo(index.keys, parentKey(name), at)
  }
  return index
}

function parentOf(row: OrganisationDraft, at: number, names: NameIndex): number | null {
  const written = row.values.parent_name
  if (written === null) {
    if (!isTop(row) && !row.parentUnread) row.reviews.push(reason('O01.missing', 'parent_name'))
    return null
  }
  const literal = names.unions.get(written) ?? names.units.get(written)
  if (literal !== undefined) return literal
  const candidates = names.keys.get(parentKey(written)) ?? []
  const found = candidates.find((candidate) => candidate !== at) ?? candidates[0]
  if (found === undefined) {
    row.reviews.push(reason('O01.unknown', 'parent_name'))
    return null
  }
  row.bits |= Mark.X22
  row.values.parent_name = canonicalName(written, found, names) ?? written
  return found
}

/** The found row's union name, or its unit name when that is what was meant. */
function canonicalName(written: string, found: number, names: NameIndex): string | null {
  const key = parentKey(written)
  const of = (map: Map<string, number>) =>
    [...map].find(([name, at]) => at === found && parentKey(name) === key)?.[0]
  return of(names.unions) ?? of(names.units) ?? null
}

/** The row that stands for this row's union in the tree: repeated rows of one union are one place. */
function ownerOf(row: OrganisationDraft, at: number, names: NameIndex): number {
  if (isMember(row) || row.values.union_name === null) return at
  return names.unions.get(row.values.union_name) ?? at
}

/** Owners that lie on a circle of parents, not those that only lead to one. */
function circles(owners: readonly number[], parents: readonly (number | null)[]): Set<number> {
  const onCircle = new Set<number>()
  const walkOf = new Int32Array(owners.length).fill(-1)
  for (const start of new Set(owners)) {
    let at: number | null = start
    while (at !== null && walkOf[at] === -1) {
      walkOf[at] = start
      at = parents[at] ?? null
    }
    if (at === null || walkOf[at] !== start || onCircle.has(at)) continue
    for (let one = at; !onCircle.has(one); one = parents[one] as number) onCircle.add(one)
  }
  return onCircle
}

function isMember(row: OrganisationDraft | undefined): boolean {
  return row?.values.level?.includes('成员') ?? false
}

/** Only the top of a register has no parent in it. */
function isTop(row: OrganisationDraft): boolean {
  return TOPS.test(row.values.level ?? '')
}

function addTo(map: Map<string, number[]>, key: string, at: number): void {
  const list = map.get(key)
  if (list) list.push(at)
  else map.set(key, [at])
}

const TOPS = /^(?:区|县|区县|县区|市|省|直辖市|自治区|全国|县级市)(?:级)?总工会$/u
