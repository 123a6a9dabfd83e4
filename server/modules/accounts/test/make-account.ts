import type { FastifyInstance } from 'fastify'
import { keyedHash } from '#server/platform/crypto.ts'
import { newId } from '#server/platform/ids.ts'
import { TestClient } from '#server/test/client.ts'
import { makeAppointment, makePerson, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { hashPassword, insertAccount, openAccount } from '../index.ts'

/** An account to sign in with. */
export interface TestAccount {
  login: string
  password: string
  accountId: string
  personId: string
  /** A browser that has signed in with login and password. */
  signedIn(app?: FastifyInstance): Promise<TestClient>
}

/** A password no rule minds. */
export const goodPassword = 'Kite-over-9-rivers'
let goodHash: Promise<string> | undefined

/** A person with an account whose password they chose themselves; `post` is held at the federation. */
export async function makeAccount(tenant: TestTenant, post: string | null = null): Promise<TestAccount> {
  goodHash ??= hashPassword(goodPassword)
  const passwordHash = await goodHash
  const login = `person-${newId()}x`
  const ids = await tenant.inside(async (tx) => {
    const personId = await makePerson(tx, { name: '林测试' })
    if (post !== null) await makeAppointment(tx, personId, appointmentTo(post, tenant))
    const accountId = newId()
    const loginHash = keyedHash(tx.keys, 'login', '', login)
    await insertAccount(tx, { id: accountId, personId, passwordHash, loginHash })
    return { accountId, personId }
  })
  return { login, password: goodPassword, ...ids, signedIn: signer(login, goodPassword) }
}

/** A person whose account was opened by somebody else: the password is a first one. */
export async function makeFreshAccount(tenant: TestTenant, post: string | null = null): Promise<TestAccount> {
  const login = `fresh-${newId()}`
  const ids = await tenant.inside(async (tx) => {
    const personId = await makePerson(tx, { name: '林测试' })
    if (post !== null) await makeAppointment(tx, personId, appointmentTo(post, tenant))
    return { personId, ...(await openAccount(tx, null, { personId, login })) }
  })
  return { login, password: ids.initialPassword, ...ids, signedIn: signer(login, ids.initialPassword) }
}

/** Turns a test tenant into a real one: there the second factor is enforced. */
export async function makeReal(tenant: TestTenant): Promise<void> {
  const { owner } = await testServer()
  await owner.query(`update tenants set kind = 'real', access_version = access_version + 1 where id = $1`, [
    tenant.id,
  ])
}

/** Lets the tenant use the rules of a preset, as if its security administrator had chosen them. */
export async function choosePreset(tenant: TestTenant, preset: 'asvs' | 'dengbao'): Promise<void> {
  const { owner } = await testServer()
  await owner.query(
    `insert into sign_in_choices (tenant_id, id, preset) values ($1, gen_random_uuid(), $2)`,
    [tenant.id, preset],
  )
}

function appointmentTo(post: string, tenant: TestTenant) {
  return { post, organisationId: tenant.federationId, startsOn: '2020-01-01', endsBefore: null }
}

function signer(login: string, password: string): TestAccount['signedIn'] {
  return async (app) => new TestClient(app ?? (await testServer()).app).signIn(login, password)
}
