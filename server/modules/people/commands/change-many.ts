import type { EndsAlso, MassChange } from '#contract/people-records.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { endPostsOf } from '../ended-appointments.ts'
import { endEmploymentsOf, type EndedEmployments } from '../ended-employments.ts'
import { insertMassChange, type MassChangeRow } from '../mass-change-store.ts'
import { refreshMemberIndex } from '../member-index.ts'
import {
  writeMemberships,
  type MembershipRow,
  type MembershipValue,
  type WrittenChange,
} from '../memberships.ts'
import { replaceWithin } from '../rules/timeline.ts'
import type { SelectedPerson } from '../selection.ts'

/** One change of the memberships of many, from a day on. */
export interface ManyChange {
  kind: string
  unionId: string | null
  on: string
  /** Why the part before the day ends. */
  endReason: string
  selected: readonly SelectedPerson[]
  /** Code of the sentence why somebody is passed over; null when nothing stands against it. */
  whyNot: (person: SelectedPerson) => string | null
  become: (value: MembershipValue) => MembershipValue | null
  /** What ends together with the memberships, on the same day and for the same reason. */
  endsAlso: readonly EndsAlso[]
  /** How it is carried out: at once, or in the background for an order. */
  run: { orderId: string | null; progress: (done: number, total: number) => Promise<void> }
}

/** For a change that somebody waits for. */
export const atOnce: ManyChange['run'] = { orderId: null, progress: async () => {} }

const indexedAtOnce = 500

/** Carries the change out for everybody it fits, says who was passed over and why, and keeps what is needed to undo it. */
export async function changeMany(tx: Tx, actor: Actor, many: ManyChange): Promise<MassChange> {
  const judged = many.selected.map((person) => ({ person, code: many.whyNot(person) }))
  const leftOut = judged.flatMap(({ person, code }) =>
    code === null ? [] : [{ personId: person.personId, name: person.name, code }],
  )
  const fit = judged.filter(({ code }) => code === null).map(({ person }) => person)
  if (fit.length === 0) return { changeId: null, changed: 0, proposed: 0, leftOut, jobId: null }

  await many.run.progress(0, fit.length)
  const written = await writeMemberships(
    tx,
    actor,
    fit.flatMap(({ rows }) => changesOf(rows, many)),
  )
  const ended = await endAlso(tx, actor, { fit, many })
  await refreshAll(tx, many, [...new Set([...written, ...ended].map(({ personId }) => personId))])
  const changeId = await insertMassChange(tx, actor, {
    kind: many.kind,
    unionId: many.unionId,
    on: many.on,
    orderId: many.run.orderId,
    rows: rowsOf(written, ended),
  })
  await audit(tx, actor, 'people.memberships_changed', {
    kind: 'mass_change',
    id: changeId,
    organisationId: many.unionId ?? actor.appointment?.organisationId ?? null,
    params: { kind: many.kind, members: fit.length, on: many.on },
  })
  return { changeId, changed: fit.length, proposed: 0, leftOut, jobId: null }
}

function changesOf(rows: readonly MembershipRow[], many: ManyChange) {
  return [...Map.groupBy(rows, (row) => row.personId)].map(([personId, own]) => ({
    personId,
    change: replaceWithin(own, {
      startsOn: many.on,
      endsBefore: null,
      endReason: many.endReason,
      become: many.become,
    }),
  }))
}

async function endAlso(
  tx: Tx,
  actor: Actor,
  { fit, many }: { fit: readonly SelectedPerson[]; many: ManyChange },
): Promise<EndedEmployments[]> {
  const end = { personIds: fit.map(({ personId }) => personId), on: many.on, reason: many.kind }
  if (many.endsAlso.includes('appointments')) await endPostsOf(tx, actor, end)
  return many.endsAlso.includes('employments') ? endEmploymentsOf(tx, actor, end) : []
}

async function refreshAll(tx: Tx, many: ManyChange, personIds: readonly string[]): Promise<void> {
  for (let at = 0; at < personIds.length; at += indexedAtOnce) {
    await refreshMemberIndex(tx, { personIds: personIds.slice(at, at + indexedAtOnce) })
    await many.run.progress(Math.min(at + indexedAtOnce, personIds.length), personIds.length)
  }
}

/** What was done to each record, memberships and employments together. */
function rowsOf(written: readonly WrittenChange[], ended: readonly EndedEmployments[]): MassChangeRow[] {
  const nothing = { supersededIds: [], insertedIds: [], aliasIds: [] }
  const none = { supersededEmploymentIds: [], insertedEmploymentIds: [] }
  const work = new Map(ended.map((each) => [each.personId, each]))
  const held = new Set(written.map((each) => each.personId))
  return [
    ...written.map((each) => ({ ...nothing, ...none, ...work.get(each.personId), ...each })),
    ...ended.filter(({ personId }) => !held.has(personId)).map((each) => ({ ...nothing, ...each })),
  ]
}
