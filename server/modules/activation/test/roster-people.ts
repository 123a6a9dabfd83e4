import { sql } from 'kysely'
import type { Outbox } from '#contract/messages.ts'
import { refreshMemberIndex, sealColumns } from '#server/modules/people/index.ts'
import { unwrapKey } from '#server/platform/crypto.ts'
import { newId } from '#server/platform/ids.ts'
import { TestClient } from '#server/test/client.ts'
import { makePerson, makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'

/** An invented member with what they prove themselves by. */
export interface RosterPerson {
  personId: string
  name: string
  documentTail: string
  mobile: string
}

let serial = 0

/** A member of a union with an invented document and mobile, or with those of another one. */
export async function makeMember(
  tenant: TestTenant,
  { unionId, like }: { unionId: string; like?: RosterPerson },
): Promise<RosterPerson> {
  serial += 1
  const number = `990101199001${like?.documentTail ?? `01${String(1000 + serial)}`}`
  const person = {
    name: '纪测试',
    documentTail: number.slice(-6),
    mobile: like?.mobile ?? `139${String(Date.now()).slice(-4)}${String(serial).padStart(4, '0')}`,
  }
  const personId = await tenant.inside(async (tx) => {
    const id = await makePerson(tx, person)
    const { wrapped_key, master_key_id } = await tx
      .selectFrom('person_keys')
      .selectAll()
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow()
    const sealed = sealColumns(tx, unwrapKey(tx.keys, wrapped_key, master_key_id), {
      document: { kind: 'other', number },
      mobile: person.mobile,
    })
    await tx
      .updateTable('persons')
      .set(sealed)
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', id)
      .execute()
    await sql`insert into memberships (tenant_id, id, person_id, union_id, kind, starts_on)
      values (${tx.tenantId}, ${newId()}, ${id}, ${unionId}, 'member', '2021-01-01')`.execute(tx)
    await refreshMemberIndex(tx, { personIds: [id] })
    return id
  })
  return { personId, ...person }
}

/** A tenant whose messages stay in the outbox to be read, as in a demo. */
export async function makeDemoTenant(): Promise<TestTenant> {
  const tenant = await makeTenant()
  const { owner } = await testServer()
  await owner.query(`update tenants set kind = 'demo' where id = $1`, [tenant.id])
  return tenant
}

/** Somebody who has not signed in. */
export async function stranger(): Promise<TestClient> {
  return new TestClient((await testServer()).app)
}

/** Does something and waits for the new message to a number that comes of it; gives its text. */
export async function messageAfter(recipient: string, act: () => Promise<unknown>): Promise<string> {
  const client = await stranger()
  const sent = async () =>
    (await client.get<Outbox>('/outbox')).body.items.filter((item) => item.recipient === recipient)
  const known = new Set((await sent()).map(({ id }) => id))
  await act()
  for (;;) {
    const message = (await sent()).find(({ id }) => !known.has(id))
    if (message !== undefined) return message.text
  }
}
