import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { testServer } from '#server/test/server.ts'
import { sheetNaming, type EveningWorld } from './one-sided-evening.ts'
import { twoSampleP } from './two-samples.ts'

/** What whoever was chosen, or was not, asks for. */
const asked = ['sheet', 'matches', 'hand in'] as const
type Asked = (typeof asked)[number]

/**
 * How long requests of Bo take in pairs: once after Anna handed in a sheet that names him, once after one that names somebody else, which
 * comes first by lot. Gives the p of a two-sample test for each request: a small one says that time tells.
 */
export async function sheetTimes(world: EveningWorld, pairs: number): Promise<{ what: Asked; p: number }[]> {
  const taken = Object.fromEntries(
    asked.map((what) => [what, { chosen: [] as number[], not: [] as number[] }]),
  )
  await warmUp(world)
  for (let pair = 0; pair < pairs; pair += 1)
    for (const which of inRandomOrder()) {
      await annaChooses(world, which)
      for (const what of asked) taken[what]![which].push(await milliseconds(world, what))
    }
  return asked.map((what) => ({ what, p: twoSampleP(taken[what]!.chosen, taken[what]!.not) }))
}

/** The control: the same with a wait planted where one was chosen. Gives its p. */
export async function slowedBy(
  world: EveningWorld,
  { pairs, milliseconds: wait }: { pairs: number; milliseconds: number },
): Promise<number> {
  const taken = { chosen: [] as number[], not: [] as number[] }
  for (let pair = 0; pair < pairs; pair += 1)
    for (const which of inRandomOrder()) {
      const began = performance.now()
      if (which === 'chosen') await sleep(wait)
      await milliseconds(world, 'matches')
      taken[which].push(performance.now() - began)
    }
  return twoSampleP(taken.chosen, taken.not)
}

async function warmUp(world: EveningWorld): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) {
    await annaChooses(world, turn % 2 === 0 ? 'chosen' : 'not')
    for (const what of asked) await milliseconds(world, what)
  }
}

function inRandomOrder(): ('chosen' | 'not')[] {
  return randomInt(2) === 0 ? ['chosen', 'not'] : ['not', 'chosen']
}

async function annaChooses(world: EveningWorld, which: 'chosen' | 'not'): Promise<void> {
  const { guest } = which === 'chosen' ? world.bo : world.chen
  await send(world, { client: world.anna.client, body: sheetNaming(guest) })
}

async function milliseconds(world: EveningWorld, what: Asked): Promise<number> {
  const began = performance.now()
  await send(world, {
    client: world.bo.client,
    ...(what === 'hand in' ? { body: { choices: [] } } : { what }),
  })
  return performance.now() - began
}

async function send(
  { evening }: EveningWorld,
  ask: { client: EveningWorld['bo']['client']; what?: Asked; body?: object },
): Promise<void> {
  const { app } = await testServer()
  const url = ask.what === 'matches' ? '/api/v1/me/matches' : `/api/v1/me/events/${evening.eventId}/choices`
  await app.inject({
    method: ask.body === undefined ? 'GET' : 'PUT',
    url,
    headers: ask.client.headers,
    ...(ask.body === undefined ? {} : { payload: ask.body }),
  })
}
