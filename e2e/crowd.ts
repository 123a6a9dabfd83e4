import { sql } from 'kysely'
import { hashPassword, insertAccount } from '#server/modules/accounts/index.ts'
import { makeSingle, type SingleStep } from '#server/modules/matchmaking/tests/make-single.ts'
import { keyedHash } from '#server/platform/crypto.ts'
import { newId } from '#server/platform/ids.ts'
import type { TestTenant } from '#server/test/makers.ts'
import type { World } from './world.ts'

const password = 'a crowd of invented people'
const tenant = 'tianjin'
/** Where the accounts `district` and `matchmaker` of the demo work. */
const district = '天津市滨海新区总工会'

/** Somebody a journey brings along, with a phone of their own that speaks to the server without a screen. */
export interface Guest {
  sex: 'male' | 'female'
  login: string
  password: string
  post<T>(path: string, body?: object): Promise<T>
  get<T>(path: string): Promise<T>
}

/** Invented colleagues of the demo’s worker, each at a step of entering matchmaking, and able to sign in. */
export async function bringGuests(
  world: World,
  guests: readonly { sex: 'male' | 'female'; upTo: SingleStep }[],
): Promise<Guest[]> {
  const hash = await hashPassword(password)
  const logins = await world.inside(tenant, async (tx) => {
    const { rows } = await sql<{ unionId: string; employerId: string | null }>`
      select m.union_id as "unionId", m.employer_id as "employerId" from member_index m
      join organisation_tree t on t.tenant_id = m.tenant_id and t.descendant_id = m.union_id
      join organisation_profiles p on p.tenant_id = t.tenant_id and p.organisation_id = t.ancestor_id and p.name = ${district}
      where m.tenant_id = ${tx.tenantId} and m.employer_id is not null order by m.union_id limit 1`.execute(
      tx,
    )
    const { unionId, employerId } = rows[0]!
    const made: string[] = []
    for (const [number, guest] of guests.entries()) {
      // What the maker asks of a test's tenant is only where people work, and that is said here.
      const personId = await makeSingle(tx, {} as TestTenant, {
        ...guest,
        unionId,
        ...(employerId === null ? {} : { employerId }),
      })
      const login = `guest${number}@${tenant}`
      await insertAccount(tx, {
        id: newId(),
        personId,
        passwordHash: hash,
        loginHash: keyedHash(tx.keys, 'login', '', login),
      })
      made.push(login)
    }
    return made
  })
  return guests.map(({ sex }, number) => ({ sex, ...phoneOf(world, logins[number]!) }))
}

function phoneOf(world: World, login: string): Omit<Guest, 'sex'> {
  let headers: Record<string, string> | null = null
  const signIn = async () => {
    const answer = await fetch(`${world.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password }),
    })
    if (!answer.ok) throw new Error(`a guest cannot sign in: ${answer.status} ${await answer.text()}`)
    const { csrfToken } = (await answer.json()) as { csrfToken: string }
    headers = { cookie: answer.headers.get('set-cookie')!.split(';')[0]!, 'x-csrf-token': csrfToken }
  }
  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    if (headers === null) await signIn()
    const answer = await fetch(`${world.url}/api/v1${path}`, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }
  return {
    login,
    password,
    post: (path, body = {}) => ask('POST', path, body),
    get: (path) => ask('GET', path),
  }
}
