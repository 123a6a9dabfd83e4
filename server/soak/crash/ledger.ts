import pg from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'
import { signInFirst } from '../../operations/first-sign-in.ts'

/**
 * Writes through the server as browsers do, and remembers on its own side what was acknowledged. Each write names itself by an Idempotency-Key and
 * has nothing else that would keep a second one out: the same number sent again must give the first one's answer.
 */
export class Ledger {
  readonly #url: string
  #headers: Record<string, string> = {}
  #federationId = ''
  #next = 1
  /** Sent, but killed before the answer came: each is sent again until an answer comes. */
  readonly #unanswered: number[] = []
  /** Codes that writes were refused with while the server or its database was in trouble. */
  readonly refusals = new Set<string>()
  /** The id that each acknowledged write was answered with. */
  readonly acknowledged = new Map<number, string>()

  constructor(url: string) {
    this.#url = url
  }

  async signIn(login: string, password: string): Promise<void> {
    const { headers, organisationId } = await signInFirst(this.#url, { login, password })
    this.#headers = headers
    this.#federationId = organisationId
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

  /** Sends up to `count` acknowledged writes once more; answers how many were answered by another id, which is a second effect. */
  async sendAgain(count: number): Promise<number> {
    let others = 0
    for (const [number, id] of [...this.acknowledged].slice(-count)) {
      const response = await this.#sendPatiently(number)
      if (response?.status !== 201) throw new Error(`a write sent again answers ${response?.status}`)
      if (((await response.json()) as Answer).organisationId !== id) others += 1
    }
    return others
  }

  /** Uploads a file as a roster of the federation; null when no answer came. */
  async upload(content: Buffer): Promise<{ status: number; code: string } | null> {
    const form = new FormData()
    form.set('organisationId', this.#federationId)
    form.set('mode', 'delta')
    form.set('file', new Blob([new Uint8Array(content)]), 'roster.csv')
    const { 'content-type': _json, ...headers } = this.#headers
    const response = await fetch(`${this.#url}/api/v1/roster-imports`, {
      method: 'POST',
      headers,
      body: form,
      signal: AbortSignal.timeout(20_000),
    }).catch(() => null)
    return response === null ? null : { status: response.status, code: await codeOf(response) }
  }

  async #writeOne(stop: AbortSignal): Promise<boolean> {
    const number = this.#unanswered.shift() ?? this.#next++
    const response = await this.#send(number, AbortSignal.any([stop, AbortSignal.timeout(20_000)]))
    const answer = response?.status === 201 ? await response.json().catch(() => null) : null
    if (answer !== null) {
      this.acknowledged.set(number, (answer as Answer).organisationId)
      return true
    }
    this.#unanswered.push(number)
    // Faster than a person may be: the server says when to come again.
    if (response?.status === 429) {
      await sleep(Number(response.headers.get('retry-after') ?? 1) * 1000)
      return false
    }
    if (response !== null && response.status < 500 && response.status !== 201)
      throw new Error(`a write answers ${response.status}: ${await response.text()}`)
    if (response !== null && response.status >= 500) this.refusals.add(await codeOf(response))
    return false
  }

  async #sendPatiently(number: number): Promise<Response | null> {
    for (;;) {
      const response = await this.#send(number, AbortSignal.timeout(20_000))
      if (response?.status !== 429) return response
      await sleep(Number(response.headers.get('retry-after') ?? 1) * 1000)
    }
  }

  async #send(number: number, signal: AbortSignal): Promise<Response | null> {
    return fetch(`${this.#url}/api/v1/organisations`, {
      method: 'POST',
      headers: { ...this.#headers, 'idempotency-key': `write-${number}` },
      body: JSON.stringify({
        kind: 'street_federation',
        name: nameOf(number),
        parentId: this.#federationId,
        startsOn: '2020-01-01',
      }),
      signal,
    }).catch(() => null)
  }
}

/** What a write is answered with. */
interface Answer {
  organisationId: string
}

const nameOf = (number: number) => `试验${number}街道总工会`

async function codeOf(response: Response): Promise<string> {
  const body = (await response.json().catch(() => null)) as { error?: { code?: string } } | null
  return body?.error?.code ?? `status ${response.status}`
}

/** What the database holds of the ledger, looked at behind the server. */
export interface Balance {
  lost: number[]
  doubled: string[]
  halfWritten: string[]
}

/** Compares the ledger with the database: each acknowledged write is there once, under the id that was answered, and whole. */
export async function balance(
  databaseUrl: string,
  acknowledged: ReadonlyMap<number, string>,
): Promise<Balance> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{
      id: string
      name: string
      profiles: number
      ties: number
      paths: number
      entries: number
    }>(
      `select o.id, n.name,
         (select count(*)::int from organisation_profiles p where p.tenant_id = o.tenant_id and p.organisation_id = o.id) as profiles,
         (select count(*)::int from affiliations a where a.tenant_id = o.tenant_id and a.child_id = o.id) as ties,
         (select count(*)::int from organisation_tree t where t.tenant_id = o.tenant_id and t.descendant_id = o.id) as paths,
         (select count(*)::int from audit_entries e where e.tenant_id = o.tenant_id and e.subject_id = o.id and e.action = 'organisations.created') as entries
       from organisations o join lateral (select name from organisation_profiles p
         where p.tenant_id = o.tenant_id and p.organisation_id = o.id order by starts_on limit 1) n on true
       where n.name like '试验%街道总工会'`,
    )
    const idOf = new Map(rows.map(({ name, id }) => [name, id]))
    const names = rows.map(({ name }) => name)
    return {
      lost: [...acknowledged]
        .filter(([number, id]) => idOf.get(nameOf(number)) !== id)
        .map(([number]) => number),
      doubled: [
        ...names.filter((name, at) => names.indexOf(name) !== at),
        ...rows.filter(({ entries }) => entries > 1).map(({ name }) => name),
      ],
      halfWritten: rows
        .filter(
          ({ profiles, ties, paths, entries }) => profiles !== 1 || ties !== 1 || paths !== 2 || entries < 1,
        )
        .map(({ name }) => name),
    }
  } finally {
    await client.end()
  }
}
