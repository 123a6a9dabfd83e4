import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { hexOf, sha256, bytesOfHex } from '#contract/sealed-votes/bytes.ts'
import type { Token } from '#contract/sealed-votes/tokens.ts'
import { ballotOf, surrenderOf, type UrnWorld } from './urn-world.ts'

/** What one device knows of its own token: what it sent, and what was answered. */
interface Device {
  entryNo: number
  token: Token
  /** Hashes of ballots, in the order in which they were first sent. */
  sent: string[]
  /** How many of them stand before the last that was acknowledged, itself included. */
  acknowledged: number
  gaveUp: 'no' | 'sent' | 'acknowledged'
  code: string | null
  /** Sent without an answer: sent again first. */
  pending: Sent | null
  hasPaper: boolean
}

interface Sent {
  path: string
  body: object
}

/** What the urn holds that cannot be, seen by what the devices know. */
export interface Imbalance {
  lost: number
  doubled: number
  both: number
  cancellations: number
  papers: number
}

/** Devices that cast, cast again, give up and ask for paper over HTTP while the server is killed, and remember what was acknowledged. */
export class UrnLedger {
  readonly #url: string
  readonly #vote: Pick<UrnWorld, 'voteId' | 'committee'>
  readonly #officer: Record<string, string>
  readonly #devices: Device[]
  readonly acknowledged = { casts: 0, surrenders: 0, papers: 0, papersRefused: 0 }

  constructor(
    url: string,
    vote: Pick<UrnWorld, 'voteId' | 'committee'>,
    { officer, tokens }: { officer: Record<string, string>; tokens: readonly Token[] },
  ) {
    this.#url = url
    this.#vote = vote
    this.#officer = officer
    this.#devices = tokens.map((token, at) => ({
      entryNo: at + 1,
      token,
      sent: [],
      acknowledged: 0,
      gaveUp: 'no',
      code: null,
      pending: null,
      hasPaper: false,
    }))
  }

  /** So many act at once, each on devices of its own, until `stop` says so. */
  async act(clients: number, stop: AbortSignal): Promise<void> {
    await Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        const own = this.#devices.filter(({ entryNo }) => entryNo % clients === client)
        while (!stop.aborted) if (!(await this.#actOnce(own[randomInt(own.length)]!, stop))) await sleep(20)
      }),
    )
  }

  /** Waits until so many more acts were acknowledged than now. */
  async moreAcknowledged(more: number): Promise<void> {
    const total = () => this.acknowledged.casts + this.acknowledged.surrenders
    for (const until = total() + more; total() < until;) await sleep(1)
  }

  async #actOnce(device: Device, stop: AbortSignal): Promise<boolean> {
    const dice = randomInt(100)
    if (device.pending === null && dice < 8) return this.#askForPaper(device, stop)
    if (device.gaveUp === 'acknowledged') return true
    const sent = device.pending ?? (dice < 10 ? await this.#surrender(device) : await this.#ballot(device))
    device.pending = sent
    const { path, body } = sent
    const answer = await this.#post(path, body, { headers: json, stop })
    if (answer === null) return false
    device.pending = null
    if ('code' in answer) {
      device.gaveUp = 'acknowledged'
      device.code = String(answer.code)
      this.acknowledged.surrenders += 1
    } else {
      device.acknowledged = device.sent.indexOf(String(answer.receipt)) + 1
      this.acknowledged.casts += 1
    }
    return true
  }

  async #ballot(device: Device): Promise<Sent> {
    const { token, encryptedBallot } = await ballotOf(this.#vote, device.token, [
      randomInt(4),
      randomInt(4),
      randomInt(4),
    ])
    device.sent.push(hexOf(await sha256(bytesOfHex(encryptedBallot))))
    return { path: `/public/votes/${this.#vote.voteId}/ballots`, body: { token, encryptedBallot } }
  }

  async #surrender(device: Device): Promise<Sent> {
    device.gaveUp = 'sent'
    const { token } = await surrenderOf(this.#vote, device.token)
    return { path: `/public/votes/${this.#vote.voteId}/surrenders`, body: { token } }
  }

  // Paper is asked for by those who gave up, and by others, with a code of chance or without one: they must get none.
  async #askForPaper(device: Device, stop: AbortSignal): Promise<boolean> {
    const code = device.code ?? (randomInt(2) === 0 ? 'ab12cd34ef56' : undefined)
    const body = { entryNo: device.entryNo, ...(code !== undefined && { code }) }
    const answer = await this.#post(`/phone-votes/${this.#vote.voteId}/surrenders`, body, {
      headers: this.#officer,
      stop,
      refused: 422,
    })
    if (answer === null) return false
    if (answer.mayHavePaper === true) {
      device.hasPaper = true
      this.acknowledged.papers += 1
    } else this.acknowledged.papersRefused += 1
    return true
  }

  async #post(
    path: string,
    body: object,
    { headers, stop, refused }: { headers: Record<string, string>; stop: AbortSignal; refused?: number },
  ): Promise<Record<string, unknown> | null> {
    const signal = AbortSignal.any([stop, AbortSignal.timeout(20_000)])
    const response = await fetch(`${this.#url}/api/v1${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      signal,
    }).catch(() => null)
    const answer = (await response?.json().catch(() => null)) as Record<string, unknown> | null | undefined
    if (response === null || answer === null || answer === undefined || response.status >= 500) return null
    if (!response.ok && response.status !== refused)
      throw new Error(`${path} answers ${response.status}: ${JSON.stringify(answer)}`)
    return answer
  }

  /** Compares what the devices know with what the urn holds. */
  async compare(owner: pg.Pool): Promise<Imbalance> {
    const { rows } = await owner.query<{ serial: string; live: string[]; cancellations: number }>(
      `select encode(serial, 'hex') as serial, array_agg(hash) filter (where hash is not null) as live, count(code)::int as cancellations from (
         select serial, encode(hash, 'hex') as hash, null as code from urn.ballots where vote_id = $1
         union all select serial, null, code from urn.cancellations where vote_id = $1) each group by serial`,
      [this.#vote.voteId],
    )
    const bySerial = new Map(rows.map(({ serial, ...held }) => [serial, held]))
    const found: Imbalance = { lost: 0, doubled: 0, both: 0, cancellations: 0, papers: 0 }
    for (const device of this.#devices) {
      const { live, cancellations } = bySerial.get(hexOf(device.token.serial)) ?? {
        live: null,
        cancellations: 0,
      }
      for (const fault of faultsOf(device, live ?? [], cancellations)) found[fault] += 1
    }
    return found
  }
}

function faultsOf(device: Device, live: readonly string[], cancellations: number): (keyof Imbalance)[] {
  // The last acknowledged ballot lies there, or one that was sent after it.
  const mayLie = device.sent.slice(Math.max(device.acknowledged - 1, 0))
  const isThere = mayLie.some((hash) => live.includes(hash))
  const expected = { no: [0], sent: [0, 1], acknowledged: [1] }[device.gaveUp]
  const faults: Record<keyof Imbalance, boolean> = {
    lost: cancellations === 0 && device.acknowledged > 0 && !isThere,
    doubled: live.length > 1,
    both: live.length > 0 && cancellations > 0,
    cancellations: !expected.includes(cancellations),
    papers: device.hasPaper && (live.length > 0 || cancellations !== 1),
  }
  return (Object.keys(faults) as (keyof Imbalance)[]).filter((fault) => faults[fault])
}

const json = { 'content-type': 'application/json' }
