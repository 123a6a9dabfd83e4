import type {
  Headcount,
  Link,
  NamedOrganisation,
  Organisation,
  StoryEntry,
  Term,
} from '#contract/organisation-shapes.ts'

export interface Ending {
  endedOn: string
  reason: string
  documentNo: string | null
  recordedAt: string
}

/** Lineage seen from one organisation: which side of it that is. */
export interface Succession {
  kind: string
  as: 'predecessor' | 'successor'
  other: NamedOrganisation
  happenedOn: string
  documentNo: string | null
  recordedAt: string
}

/** Everything recorded of an organisation, from which its story is told. */
export interface Recorded {
  history: Organisation['history']
  leads: readonly Link[]
  affiliations: readonly Link[]
  headcounts: readonly Headcount[]
  terms: readonly Term[]
  successions: readonly Succession[]
  ending: Ending | null
}

/** The life of an organisation as a list of events, the latest first. Each names its sentence; the browser speaks it. */
export function storyOf(recorded: Recorded): StoryEntry[] {
  return [
    ...versions(recorded),
    ...places(recorded),
    ...ties(recorded),
    ...recorded.successions.map(succession),
    ...recorded.headcounts.map(headcount),
    ...recorded.terms.map(term),
    ...endings(recorded),
  ].sort(latestFirst)
}

function versions({ history }: Recorded): StoryEntry[] {
  return history.map((version, index) => {
    const before = history[index - 1]
    const kind = before === undefined ? 'entered' : before.name === version.name ? 'changed' : 'renamed'
    const text = kind === 'renamed' ? before!.name : version.name
    return { ...entry(version.startsOn, kind, version), text }
  })
}

function places({ leads }: Recorded): StoryEntry[] {
  return leads.map((link, index) => ({
    ...entry(link.startsOn, index === 0 ? 'placed' : 'moved', link),
    other: link.other,
  }))
}

function ties({ affiliations }: Recorded): StoryEntry[] {
  return affiliations.flatMap((link) => {
    const begun = { ...entry(link.startsOn, 'tied', link), text: link.kind, other: link.other }
    if (link.endsBefore === null) return [begun]
    return [begun, { ...begun, on: link.endsBefore, kind: 'untied', documentNo: null }]
  })
}

function succession(each: Succession): StoryEntry {
  const kinds: Record<string, string> = {
    'merge predecessor': 'merged_into',
    'merge successor': 'took_in',
    'split predecessor': 'split_off',
    'split successor': 'split_from',
  }
  const kind = kinds[`${each.kind} ${each.as}`] ?? 'replaced'
  return { ...entry(each.happenedOn, kind, each), other: each.other }
}

function headcount(each: Headcount): StoryEntry {
  return { ...entry(each.asOf, 'headcount', { ...each, documentNo: null }), text: String(each.workers) }
}

function term(each: Term): StoryEntry {
  return { ...entry(each.electedOn, 'elected', each), text: String(each.termYears) }
}

// A merger is told by its succession.
function endings({ ending }: Recorded): StoryEntry[] {
  if (ending === null || ending.reason === 'merged') return []
  return [entry(ending.endedOn, 'closed', ending)]
}

function entry(on: string, kind: string, row: { documentNo: string | null; recordedAt: string }): StoryEntry {
  return { on, kind, text: null, other: null, documentNo: row.documentNo, recordedAt: row.recordedAt }
}

function latestFirst(a: StoryEntry, b: StoryEntry): number {
  if (a.on !== b.on) return a.on < b.on ? 1 : -1
  return a.recordedAt < b.recordedAt ? 1 : -1
}
