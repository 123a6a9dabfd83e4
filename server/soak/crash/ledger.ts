import pg from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'

/** Writes through the server as browsers do, and remembers on its own side what was acknowledged. */
export class Ledger {
  readonly #url: string
  #headers: Record<string, string> = {}
  #federationId = ''
  #next = 1
  /** Sent, but killed before the answer came: each is sent again until an answer comes. */
  readonly #unanswered: number[] = []
  readonly acknowledged = new Set<number>()

  constructor(url: string) {
    this.#url = url
  }

  async signIn(login: string, password: string): Promise<void> {
    const response = await fetch(`${this.#url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password }),
    })
    const me = (await response.json()) as { csrfToken: string; actingAs: { organisationId: string } }
    if (response.status !== 201) throw new Error(`sign-in answers ${response.status}: ${JSON.stringify(me)}`)
    const cookie = response.headers.get('set-cookie')!.split(';')[0]!
    this.#headers = { cookie, 'x-csrf-token': me.csrfToken, 'content-type': 'application/json' }
    this.#federationId = me.actingAs.organisationId
  }

  /** Several clients write without a pause until `stop` says so. */
  async write(clients: number, stop: AbortSignal): Promise<void> {
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (!stop.aborted) if (!(await this.#writeOne(stop))) await sleep(20)
      }),
    )
  }

  /** Sends what was never answered once more, until every one is. */
  async settle(): Promise<void> {
    const never = new AbortController().signal
    while (this.#unanswered.length > 0) if (!(await this.#writeOne(never))) await sleep(50)
  }

  async #writeOne(stop: AbortSignal): Promise<boolean> {
    const number = this.#unanswered.shift() ?? this.#next++
    const response = await fetch(`${this.#url}/api/v1/organisations`, {
      method: 'POST',
      headers: this.#headers,
      body: JSON.stringify({
        kind: 'street_federation',
        name: `试验${number}街道总工会`,
        statCode: `S${number}`,
        parentId: this.#federationId,
        startsOn: '2020-01-01',
      }),
      signal: AbortSignal.any([stop, AbortSignal.timeout(20_000)]),
    }).catch(() => null)
    // Taken already: the write before the kill had come through.
    if (response?.status === 201 || response?.status === 409) {
      this.acknowledged.add(number)
      return true
    }
    this.#unanswered.push(number)
    if (response !== null && response.status < 500)
      throw new Error(`a write answers ${response.status}: ${await response.text()}`)
    return false
  }
}

/** What the database holds of the ledger, looked at behind the server. */
export interface Balance {
  lost: number[]
  doubled: string[]
  halfWritten: string[]
}

/** Compares the ledger with the database: each acknowledged write is there once, and whole. */
export async function balance(databaseUrl: string, acknowledged: ReadonlySet<number>): Promise<Balance> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{
      code: string
      profiles: number
      ties: number
      paths: number
      entries: number
    }>(
      `select o.stat_code as code,
         (select count(*)::int from organisation_profiles p where p.tenant_id = o.tenant_id and p.organisation_id = o.id) as profiles,
         (select count(*)::int from affiliations a where a.tenant_id = o.tenant_id and a.child_id = o.id) as ties,
         (select count(*)::int from organisation_tree t where t.tenant_id = o.tenant_id and t.descendant_id = o.id) as paths,
         (select count(*)::int from audit_entries e where e.tenant_id = o.tenant_id and e.subject_id = o.id and e.action = 'organisations.created') as entries
       from organisations o where o.stat_code like 'S%'`,
    )
    const there = new Set(rows.map(({ code }) => code))
    const doubledNames = await client.query<{ name: string }>(
      `select name from organisation_profiles where name like '试验%街道总工会' group by name having count(*) > 1`,
    )
    return {
      lost: [...acknowledged].filter((number) => !there.has(`S${number}`)),
      doubled: [
        ...doubledNames.rows.map(({ name }) => name),
        ...rows.filter(({ entries }) => entries > 1).map(({ code }) => code),
      ],
      halfWritten: rows
        .filter(
          ({ profiles, ties, paths, entries }) => profiles !== 1 || ties !== 1 || paths !== 2 || entries < 1,
        )
        .map(({ code }) => code),
    }
  } finally {
    await client.end()
  }
}
