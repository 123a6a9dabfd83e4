import { sql } from 'kysely'
import { hashPassword, insertAccount } from '#server/modules/accounts/index.ts'
import { keyedHash, newPersonKey, wrapKey } from '#server/platform/crypto.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { TestClient } from './client.ts'
import { testServer } from './server.ts'

let serial = 0
const password = 'long enough for tests'
let passwordHash: Promise<string> | undefined

/** A tenant with a district federation, two street federations (north, south) and one basic union with one employer below each. */
export interface TestTenant {
  id: string
  federationId: string
  north: TestStreet
  south: TestStreet
  /** Works in a transaction of this tenant. */
  inside<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** A new person with an account and one appointment, signed in. */
  officer(
    post: string,
    organisationId: string,
    dates?: Omit<TestAppointment, 'post' | 'organisationId'>,
  ): Promise<TestClient>
  /** A new person with an account and no appointment, signed in. */
  nobody(): Promise<TestClient>
}

/** An appointment as makers write it; with `substitutesId` it stands in for another one. */
export interface TestAppointment {
  post: string
  organisationId: string
  startsOn: string
  endsBefore: string | null
  substitutesId?: string
}

export interface TestStreet {
  streetId: string
  unionId: string
  employerId: string
}

/** Makes a tenant; every test makes its own, so nobody cleans up. */
export async function makeTenant(): Promise<TestTenant> {
  const server = await testServer()
  const id = newId()
  await server.owner.query(
    `insert into tenants (id, code, name, kind, division_code, turned_on) values ($1, $2, '测试区总工会', 'test', '330299', app_today())`,
    [id, `test-${id}`],
  )
  const inside = <T>(work: (tx: Tx) => Promise<T>) => inTenant(server.platform, id, work)
  const signedIn = async (tx: Tx, appointment: TestAppointment | null) => {
    const person = await makePerson(tx, { name: '陈测试' })
    const login = `test${++serial}-${id}`
    if (appointment !== null) await makeAppointment(tx, person, appointment)
    passwordHash ??= hashPassword(password)
    await insertAccount(tx, {
      id: newId(),
      personId: person,
      passwordHash: await passwordHash,
      loginHash: keyedHash(tx.keys, 'login', '', login),
    })
    return login
  }
  const tree = await inside(async (tx) => {
    const federationId = await makeOrganisation(tx, {
      kind: 'federation',
      name: '测试区总工会',
      parentId: null,
    })
    const street = async (name: string): Promise<TestStreet> => {
      const streetId = await makeOrganisation(tx, {
        kind: 'street_federation',
        name: `${name}街道总工会`,
        parentId: federationId,
      })
      const unionId = await makeOrganisation(tx, {
        kind: 'basic_union',
        name: `${name}机械厂工会委员会`,
        parentId: streetId,
      })
      const employerId = await makeOrganisation(tx, {
        kind: 'employer',
        name: `${name}机械厂`,
        parentId: unionId,
      })
      await tx
        .insertInto('coverages')
        .values({
          tenant_id: tx.tenantId,
          id: newId(),
          union_id: unionId,
          employer_id: employerId,
          starts_on: '2020-01-01',
        })
        .execute()
      return { streetId, unionId, employerId }
    }
    return { federationId, north: await street('北'), south: await street('南') }
  })
  return {
    id,
    ...tree,
    inside,
    officer: async (post, organisationId, dates = { startsOn: '2020-01-01', endsBefore: null }) => {
      const login = await inside((tx) => signedIn(tx, { post, organisationId, ...dates }))
      return new TestClient(server.app).signIn(login, password)
    },
    nobody: async () => new TestClient(server.app).signIn(await inside((tx) => signedIn(tx, null)), password),
  }
}

/** An organisation since 2020 with a name and its place under `parentId`; returns its id. */
export async function makeOrganisation(
  tx: Tx,
  organisation: { kind: string; name: string; parentId: string | null },
): Promise<string> {
  const id = newId()
  const since = '2020-01-01'
  await tx
    .insertInto('organisations')
    .values({
      tenant_id: tx.tenantId,
      id,
      kind: organisation.kind,
      union_type: organisation.kind === 'basic_union' ? 'single' : null,
      stat_code: `T${id}`,
      tree_no: Math.floor(Math.random() * 2 ** 52),
    })
    .execute()
  await tx
    .insertInto('organisation_profiles')
    .values({
      tenant_id: tx.tenantId,
      id: newId(),
      organisation_id: id,
      name: organisation.name,
      starts_on: since,
    })
    .execute()
  if (organisation.parentId !== null) {
    await tx
      .insertInto('affiliations')
      .values({
        tenant_id: tx.tenantId,
        id: newId(),
        child_id: id,
        parent_id: organisation.parentId,
        kind: 'leads',
        starts_on: since,
      })
      .execute()
  }
  await sql`insert into organisation_tree (tenant_id, ancestor_id, descendant_id, depth, starts_on)
    select ${tx.tenantId}::uuid, ${id}::uuid, ${id}::uuid, 0, ${since}::date
    union all
    select tenant_id, ancestor_id, ${id}::uuid, depth + 1, starts_on from organisation_tree
    where tenant_id = ${tx.tenantId} and descendant_id = ${organisation.parentId}::uuid`.execute(tx)
  return id
}

/** A person with a key of their own and nothing hidden yet; returns the id. */
export async function makePerson(tx: Tx, person: { name: string }): Promise<string> {
  const id = newId()
  const { wrapped, masterKeyId } = wrapKey(tx.keys, newPersonKey())
  await tx.insertInto('persons').values({ tenant_id: tx.tenantId, id, name: person.name }).execute()
  await tx
    .insertInto('person_keys')
    .values({ tenant_id: tx.tenantId, person_id: id, wrapped_key: wrapped, master_key_id: masterKeyId })
    .execute()
  return id
}

/** An appointment of a person to a post; returns the appointment's id. */
export async function makeAppointment(
  tx: Tx,
  personId: string,
  appointment: TestAppointment,
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('appointments')
    .values({
      tenant_id: tx.tenantId,
      id,
      appointment_id: id,
      person_id: personId,
      post: appointment.post,
      organisation_id: appointment.organisationId,
      full_time: true,
      basis: appointment.substitutesId ? 'substitution' : 'document',
      substitutes_id: appointment.substitutesId ?? null,
      starts_on: appointment.startsOn,
      ends_before: appointment.endsBefore,
    })
    .execute()
  return id
}

/** Powers passed on from one appointment to another for a subtree; returns the delegation's id. */
export async function makeDelegation(
  tx: Tx,
  passed: {
    giverId: string
    receiverId: string
    organisationId: string
    permissions: readonly string[]
    startsOn: string
    endsBefore: string
    reach?: 'unit' | 'subtree'
  },
): Promise<string> {
  const id = newId()
  const { organisationId: organisation_id, startsOn: starts_on, endsBefore: ends_before } = passed
  const common = {
    tenant_id: tx.tenantId,
    organisation_id,
    reach: passed.reach ?? 'subtree',
    starts_on,
    ends_before,
  }
  await tx
    .insertInto('delegations')
    .values({ ...common, id, giver_id: passed.giverId, receiver_id: passed.receiverId, reason: '外出期间' })
    .execute()
  await tx
    .insertInto('grants')
    .values(
      passed.permissions.map((permission) => ({
        ...common,
        id: newId(),
        appointment_id: passed.receiverId,
        permission,
        delegation_id: id,
      })),
    )
    .execute()
  await forgetActors(tx)
  return id
}

/** Takes powers back from today on. */
export async function endDelegationNow(tx: Tx, delegationId: string): Promise<void> {
  await sql`insert into delegation_endings (tenant_id, delegation_id, ends_before, reason)
    values (${tx.tenantId}, ${delegationId}, app_today(), '提前返岗')`.execute(tx)
  await forgetActors(tx)
}

// As the commands do: servers that remember who may do what work it out anew.
async function forgetActors(tx: Tx): Promise<void> {
  await sql`update tenants set access_version = access_version + 1 where id = ${tx.tenantId}`.execute(tx)
}
