import { randomInt } from 'node:crypto'
import { readLimits, type Limits } from '#server/platform/http/limits-setting.ts'
import { createServer } from '#server/main.ts'
import type { Log } from '#server/platform/log.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testKeys, testServer, type TestServer } from '#server/test/server.ts'
import type { Extent } from '#tools/soak.ts'
import { Onlooker, type Evidence } from './evidence.ts'
import { HeldElection, makeVoters, useThePlatform, type Voter } from './held-election.ts'
import { link } from './linking.ts'

const votersEach = 4
const heldAtOnce = 25

/** How elections are held: as the product does, or in one of the ways that give the link away. */
type Way = 'apart' | 'one transaction' | 'interleaved' | 'signed in on the way'

/** Links that came out right, by source and by way of guessing. */
type Links = Map<string, number>

/**
 * The linking program against elections held as the product holds them, many at once and one act of each a minute, while other voters use the platform; and
 * against controls, which it must link whole. Of random guesses one in each election is right on average, with a variance of at most one: more than four and
 * a half deviations above that the platform gives something away.
 */
export async function run({ count = 1000 }: Partial<Extent>): Promise<string> {
  const server = await testServer()
  const town = new Town(server)
  await town.open(Math.min(count, heldAtOnce))
  try {
    const links: Links = new Map()
    for (let held = 0; held < count; held += heldAtOnce)
      await town.hold('apart', Math.min(heldAtOnce, count - held), links)
    const far = [...links].filter(([, hits]) => hits - count > 4.5 * Math.sqrt(count))
    if (far.length > 0) throw new Error(`better than chance: ${far.map(said).join('; ')}`)
    const controls: string[] = []
    for (const way of ['one transaction', 'interleaved', 'signed in on the way'] as const)
      controls.push(await linkedWhole(town, way, Math.min(count, 5)))
    const most = [...links].sort((a, b) => b[1] - a[1]).slice(0, 3)
    return `${count} elections of ${votersEach}, ${town.minutes} backups: at best ${most.map(said).join(', ')} links of ${count * votersEach} (chance: ${count}); controls linked whole: ${controls.join('; ')}`
  } finally {
    await town.close()
  }
}

const said = ([how, hits]: [string, number]) => `${how} ${hits}`

async function linkedWhole(town: Town, way: Way, count: number): Promise<string> {
  const links: Links = new Map()
  await town.hold(way, count, links)
  const whole = [...links].filter(([, hits]) => hits === count * votersEach).map(([how]) => how)
  if (whole.length === 0)
    throw new Error(`the control "${way}" was not linked: ${[...links].map(said).join('; ')}`)
  return `${way} (${whole.length} ways, as by ${whole[0]})`
}

/** A server with limits and a log, its tenant and its voters. */
class Town {
  readonly #server: TestServer
  readonly #log: string[] = []
  #own!: Awaited<ReturnType<typeof createServer>>
  #tenant!: TestTenant
  #voters: Voter[] = []
  minutes = 0

  constructor(server: TestServer) {
    this.#server = server
  }

  async open(elections: number): Promise<void> {
    const { database, dataFolder } = this.#server
    const write = (...facts: unknown[]) => void this.#log.push(JSON.stringify(facts))
    const log: Log = { info: write, error: write }
    const settings = { host: '127.0.0.1', port: 0, secureCookies: false }
    const limits = readLimits('read=60000/6000,write=60000/6000') as Limits
    this.#own = await createServer({
      databaseUrl: database.appUrl,
      keys: testKeys,
      dataFolder,
      log,
      limits,
      ...settings,
    })
    await this.#own.app.ready()
    this.#tenant = await makeTenant()
    this.#voters = await makeVoters(this.#server, this.#tenant, elections * votersEach)
  }

  async close(): Promise<void> {
    await this.#own.app.close()
    await this.#own.platform.pool.end()
    await this.#own.platform.urn.end()
  }

  /** Holds so many elections at once and adds up the links that come out right. */
  async hold(way: Way, count: number, links: Links): Promise<void> {
    const server = { ...this.#server, app: this.#own.app }
    const elections: HeldElection[] = []
    for (let at = 0; at < count; at += 1) {
      const voters = this.#voters.slice(at * votersEach, (at + 1) * votersEach)
      const election = new HeldElection(server, this.#tenant, voters)
      await election.prepare()
      elections.push(election)
    }
    const onlooker = new Onlooker(this.#server, way === 'apart' ? 'looks and backups' : 'looks')
    await onlooker.begin()
    const minute = async () => {
      if (way === 'apart') this.minutes += 1
      await onlooker.minute()
    }
    if (way === 'apart' || way === 'signed in on the way') await this.#apart(elections, way, minute)
    else await this.#together(elections, way, minute)
    await addLinks(elections, await onlooker.end(this.#log.splice(0)), links)
  }

  async #apart(elections: HeldElection[], way: Way, minute: () => Promise<void>): Promise<void> {
    await this.#each(elections, minute, (election, line) => election.draw(line))
    for (const election of elections) await election.open()
    await minute()
    await this.#each(elections, minute, async (election, line) => {
      const seen = way === 'apart' ? randomInt(votersEach) : line
      await useThePlatform(this.#server, election.voters[seen]!)
      await election.cast(line)
    })
    for (const election of elections) await election.close()
    await minute()
  }

  async #together(elections: HeldElection[], way: Way, minute: () => Promise<void>): Promise<void> {
    for (const election of elections) await election.setUp()
    await this.#each(elections, minute, async (election, line) => {
      if (way === 'one transaction') return election.drawAndCastAtOnce(line)
      await election.draw(line)
      await election.cast(line)
    })
  }

  // In each election somebody else acts in each minute.
  async #each(
    elections: HeldElection[],
    minute: () => Promise<void>,
    act: (election: HeldElection, line: number) => Promise<void>,
  ): Promise<void> {
    const orders = elections.map(({ inChance }) => inChance)
    for (let at = 0; at < votersEach; at += 1) {
      for (const [no, election] of elections.entries()) await act(election, orders[no]![at]!)
      await minute()
    }
  }
}

async function addLinks(elections: readonly HeldElection[], evidence: Evidence, links: Links): Promise<void> {
  for (const election of elections) {
    const needles = await election.needles()
    for (const [source, held] of evidence)
      for (const [how, guesses] of link(held, needles)) {
        const name = `${source}, ${how}`
        links.set(name, (links.get(name) ?? 0) + election.right(guesses))
      }
  }
}
