import { cardHash, freshKey, sealColumns } from '#server/modules/people/index.ts'
import { sealText, type PersonKey } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { DemoPerson, DemoTenant, PersonNumber } from '../shapes.ts'
import { datedColumns, datesOf, firstRecorded } from './dated.ts'
import { TableLoad } from './table-load.ts'

/** How many people are sealed and written at a time; also how often progress is told. */
const batchSize = 5000

export interface PeopleProgress {
  (persons: number): Promise<void>
}

/** Everybody's id in the order of their numbers, and the keys of those who were asked for. */
export interface LoadedPeople {
  persons: readonly string[]
  keys: ReadonlyMap<PersonNumber, PersonKey>
}

/**
 * Writes everybody with their key, employments, memberships and card. Numbers are sealed under the person's own key, as if an officer had
 * brought in each of them. `keysOf`: whose keys later steps of the load need.
 */
export async function loadPeople(
  tx: Tx,
  demo: DemoTenant,
  ids: {
    organisations: readonly string[]
    keysOf: ReadonlySet<PersonNumber>
    progress: PeopleProgress
  },
): Promise<LoadedPeople> {
  const tables = tablesOf(tx)
  const personIds: string[] = []
  const keys = new Map<PersonNumber, PersonKey>()
  for (const person of demo.people()) {
    const { id, key } = addPerson(tx, tables, { person, organisationIds: ids.organisations })
    personIds.push(id)
    if (ids.keysOf.has(person.number)) keys.set(person.number, key)
    if (personIds.length % batchSize === 0) {
      await flushAll(tables)
      await ids.progress(personIds.length)
    }
  }
  await flushAll(tables)
  await ids.progress(personIds.length)
  return { persons: personIds, keys }
}

function tablesOf(tx: Tx) {
  return {
    persons: new TableLoad(tx, 'persons', {
      id: 'uuid',
      name: 'text',
      sex: 'text',
      birth_date: 'date',
      ethnic_group: 'text',
      political_affiliation: 'text',
      education_level: 'text',
      household_type: 'text',
      migrant_worker: 'boolean',
      document_kind: 'text',
      document_cipher: 'bytes',
      document_hash: 'bytes',
      mobile_cipher: 'bytes',
      mobile_hash: 'bytes',
      mobile_tail_hash: 'bytes',
      recorded_at: 'instant',
    }),
    keys: new TableLoad(tx, 'person_keys', {
      person_id: 'uuid',
      wrapped_key: 'bytes',
      master_key_id: 'int2',
    }),
    employments: new TableLoad(tx, 'employments', {
      id: 'uuid',
      person_id: 'uuid',
      employer_id: 'uuid',
      platform_name: 'text',
      form: 'text',
      union_group: 'text',
      job: 'text',
      ...datedColumns,
    }),
    memberships: new TableLoad(tx, 'memberships', {
      id: 'uuid',
      person_id: 'uuid',
      union_id: 'uuid',
      kind: 'text',
      joined_on: 'date',
      joined_precision: 'text',
      end_reason: 'text',
      ...datedColumns,
    }),
    cards: new TableLoad(tx, 'service_cards', {
      id: 'uuid',
      person_id: 'uuid',
      number_cipher: 'bytes',
      number_hash: 'bytes',
      starts_on: 'date',
      recorded_at: 'instant',
    }),
  }
}

type Tables = ReturnType<typeof tablesOf>

async function flushAll(tables: Tables): Promise<void> {
  await tables.persons.flush()
  await tables.keys.flush()
  await tables.employments.flush()
  await tables.memberships.flush()
  await tables.cards.flush()
}

function addPerson(
  tx: Tx,
  tables: Tables,
  { person, organisationIds }: { person: DemoPerson; organisationIds: readonly string[] },
): { id: string; key: PersonKey } {
  const id = newId()
  const { key, wrapped, masterKeyId } = freshKey(tx.keys)
  tables.persons.add({
    id,
    name: person.name,
    sex: person.sex,
    birth_date: person.birthDate,
    ethnic_group: person.ethnicGroup,
    political_affiliation: person.politicalAffiliation,
    education_level: person.educationLevel,
    household_type: person.householdType,
    migrant_worker: person.isMigrantWorker,
    ...sealColumns(tx, key, {
      document: { kind: 'citizen_id', number: person.citizenNumber },
      mobile: person.mobile,
    }),
    recorded_at: firstRecorded([...person.employments, ...person.memberships]),
  })
  tables.keys.add({ person_id: id, wrapped_key: wrapped, master_key_id: masterKeyId })
  addFacts(tables, id, { person, organisationIds })
  if (person.serviceCardNumber !== null) {
    const latest = person.memberships.at(-1)!
    tables.cards.add({
      id: newId(),
      person_id: id,
      number_cipher: sealText(key, person.serviceCardNumber),
      number_hash: cardHash(tx, person.serviceCardNumber),
      starts_on: latest.startsOn,
      recorded_at: latest.recordedAt,
    })
  }
  return { id, key }
}

function addFacts(
  tables: Tables,
  personId: string,
  { person, organisationIds }: { person: DemoPerson; organisationIds: readonly string[] },
): void {
  for (const row of person.employments) {
    tables.employments.add({
      id: newId(),
      person_id: personId,
      employer_id: row.employer === null ? null : organisationIds[row.employer - 1]!,
      platform_name: row.platform,
      form: row.form,
      union_group: row.unionGroup,
      job: row.job,
      ...datesOf(row),
    })
  }
  const joinedOn = person.memberships.map((row) => row.startsOn).sort()[0] ?? null
  for (const row of person.memberships) {
    tables.memberships.add({
      id: newId(),
      person_id: personId,
      union_id: organisationIds[row.union - 1]!,
      kind: row.kind,
      joined_on: joinedOn,
      joined_precision: 'day',
      end_reason: row.endReason,
      ...datesOf(row),
    })
  }
}
