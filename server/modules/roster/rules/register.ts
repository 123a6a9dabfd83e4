import { repairUnitName } from './characters.ts'

/**
 * One organisation of the register as the judge needs it. An employer has a name and a code, a federation only a union
 * name. The ids are handed through to whoever judges against a database.
 */
export interface RegisterEntry {
  name?: string | null
  uscc?: string | null
  former_names?: readonly string[]
  union_name?: string | null
  union_uscc?: string | null
  employer_id?: string
  union_id?: string
}

export interface RegisterEmployer {
  name: string
  uscc: string | null
  id: string | null
}

export interface RegisterUnion {
  name: string
  id: string | null
}

/** What the judge asks of the register: answers come from memory, one register is a few thousand entries. */
export interface RegisterLookup {
  employerByCode(uscc: string): RegisterEmployer | undefined
  /** By repaired name; undefined also when two employers share it. */
  employerByName(name: string): RegisterEmployer | undefined
  employerByFormerName(name: string): RegisterEmployer | undefined
  /** By repaired name; 工会 and 工会委员会 at the end are the same. */
  unionByName(name: string): RegisterUnion | undefined
}

/** A register in memory. */
export function buildRegister(entries: Iterable<RegisterEntry>): RegisterLookup {
  const byCode = new Map<string, RegisterEmployer>()
  const byName = new Map<string, RegisterEmployer | null>()
  const byFormerName = new Map<string, RegisterEmployer | null>()
  const unions = new Map<string, RegisterUnion>()
  const unionKeys = new Map<string, RegisterUnion>()
  for (const entry of entries) {
    if (entry.name) {
      const known = entry.uscc ? byCode.get(entry.uscc) : undefined
      const employer = known ?? { name: entry.name, uscc: entry.uscc ?? null, id: entry.employer_id ?? null }
      if (entry.uscc) byCode.set(entry.uscc, employer)
      addOnce(byName, comparable(entry.name), employer)
      for (const former of entry.former_names ?? []) addOnce(byFormerName, comparable(former), employer)
    }
    if (entry.union_name) {
      const union = { name: entry.union_name, id: entry.union_id ?? null }
      const name = comparable(entry.union_name)
      if (!unions.has(name)) unions.set(name, union)
      if (!unionKeys.has(unionKey(name))) unionKeys.set(unionKey(name), union)
    }
  }
  return {
    employerByCode: (uscc) => byCode.get(uscc),
    employerByName: (name) => byName.get(name) ?? undefined,
    employerByFormerName: (name) => byFormerName.get(name) ?? undefined,
    unionByName: (name) => unions.get(name) ?? unionKeys.get(unionKey(name)),
  }
}

/** A union's name for comparing: 工会委员会 at the end is 工会. */
export function unionKey(repairedName: string): string {
  return repairedName.endsWith('工会委员会') ? repairedName.slice(0, -3) : repairedName
}

/** A unit's or union's name for comparing: repaired, without marks. */
function comparable(name: string): string {
  return repairUnitName(name, { bits: 0 })
}

/** Null stands for a name that two employers share: it decides nothing. */
function addOnce(map: Map<string, RegisterEmployer | null>, name: string, employer: RegisterEmployer): void {
  const known = map.get(name)
  map.set(name, known === undefined || known === employer ? employer : null)
}
