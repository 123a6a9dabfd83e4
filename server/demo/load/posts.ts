import { hashPassword, insertAccount } from '#server/modules/accounts/index.ts'
import { demoPassword } from '#server/modules/tenants/index.ts'
import { keyedHash } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { AppointmentNumber, DemoTenant } from '../shapes.ts'
import { datedColumns, datesOf } from './dated.ts'
import { TableLoad } from './table-load.ts'

interface Ids {
  organisations: readonly string[]
  persons: readonly string[]
}

/** Writes who holds which post, and the accounts of the demo; answers with the ids of the appointments. */
export async function loadPosts(
  tx: Tx,
  demo: DemoTenant,
  ids: Ids,
): Promise<ReadonlyMap<AppointmentNumber, string>> {
  const appointments = await loadAppointments(tx, demo, ids)
  for (const { login, person } of demo.accounts) {
    await insertAccount(tx, {
      id: newId(),
      personId: ids.persons[person - 1]!,
      passwordHash: await hashPassword(demoPassword(login)),
      loginHash: keyedHash(tx.keys, 'login', '', login),
    })
  }
  return appointments
}

async function loadAppointments(
  tx: Tx,
  demo: DemoTenant,
  ids: Ids,
): Promise<ReadonlyMap<AppointmentNumber, string>> {
  const table = new TableLoad(tx, 'appointments', {
    id: 'uuid',
    appointment_id: 'uuid',
    person_id: 'uuid',
    post: 'text',
    organisation_id: 'uuid',
    full_time: 'boolean',
    basis: 'text',
    document_no: 'text',
    ...datedColumns,
  })
  const idByNumber = new Map<AppointmentNumber, string>()
  for (const { number } of demo.appointments) {
    if (!idByNumber.has(number)) idByNumber.set(number, newId())
  }
  for (const row of demo.appointments) {
    table.add({
      id: newId(),
      appointment_id: idByNumber.get(row.number)!,
      person_id: ids.persons[row.person - 1]!,
      post: row.post,
      organisation_id: ids.organisations[row.organisation - 1]!,
      full_time: row.postBasis === 'full_time',
      basis: row.basis,
      document_no: row.documentNumber,
      ...datesOf(row),
    })
  }
  await table.flush()
  return idByNumber
}
