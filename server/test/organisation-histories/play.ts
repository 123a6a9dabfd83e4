import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { change } from '#server/modules/organisations/commands/change-organisation.ts'
import { close } from '#server/modules/organisations/commands/close-organisation.ts'
import { merge } from '#server/modules/organisations/commands/merge-organisations.ts'
import { move } from '#server/modules/organisations/commands/move-organisation.ts'
import { split } from '#server/modules/organisations/commands/split-organisation.ts'
import { beginTreeChange } from '#server/modules/organisations/tree-change.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { AppError } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { randomFrom, type Random } from '#tools/generate/random.ts'
import { compare, type KnownState } from './compare.ts'
import { dayText, horizonDays } from './days.ts'
import { founding } from './founding.ts'
import { ModelRefusal, SlowModel } from './slow-model.ts'

/** What playing histories tried. */
export interface Played {
  histories: number
  operations: number
  refused: number
  questions: number
}

interface Step {
  kind: 'move' | 'rename' | 'merge' | 'split' | 'close'
  one: number
  others: number[]
  day: number
}

const stepsPerHistory = 9
const kinds: readonly Step['kind'][] = ['move', 'move', 'move', 'rename', 'merge', 'split', 'close']

/**
 * Plays random histories in one transaction: each begins with a small tree of its own and does what offices do, dated before and after what
 * was recorded already, in the product and in the slow model. Both must allow and refuse alike, and answer every question alike.
 */
export async function playHistories(tx: Tx, seeds: readonly string[]): Promise<Played> {
  const played: Played = { histories: 0, operations: 0, refused: 0, questions: 0 }
  for (const seed of seeds) {
    const random = randomFrom(seed)
    const model = new SlowModel(horizonDays)
    const ids = await founding(tx, model)
    const known: KnownState[] = [{ at: await instant(tx), model: model.copy() }]
    const log: string[] = []
    for (let n = 0; n < stepsPerHistory; n++) {
      const step = randomStep(random, model)
      log.push(JSON.stringify(step))
      const why = `seed ${seed}\n${log.join('\n')}`
      const allowed = await playStep(tx, { step, model, ids, why })
      played.operations += 1
      if (!allowed) played.refused += 1
      known.push({ at: await instant(tx), model: model.copy() })
    }
    played.questions += await compare(tx, { known, ids, random, why: `seed ${seed}\n${log.join('\n')}` })
    played.histories += 1
  }
  return played
}

function randomStep(random: Random, model: SlowModel): Step {
  const count = model.organisations.length
  return {
    kind: random.pick(kinds),
    one: random.below(count),
    others: Array.from({ length: 1 + random.below(3) }, () => random.below(count)),
    day: random.between(1, horizonDays - 2),
  }
}

async function playStep(
  tx: Tx,
  play: { step: Step; model: SlowModel; ids: string[]; why: string },
): Promise<boolean> {
  const trial = play.model.copy()
  const fresh = newId()
  const chosen = chosenOf(play.step, trial)
  const inModel = attemptModel(() => doInModel(trial, play.step, chosen))
  await tx.client.query('savepoint step')
  const inProduct = await attemptProduct(() => doInProduct(tx, { ...play, chosen, fresh }))
  if (inProduct !== null) await tx.client.query('rollback to savepoint step')
  assert.equal(inProduct === null, inModel === null, `product: ${inProduct}, model: ${inModel}\n${play.why}`)
  if (inModel !== null) return false
  play.model.organisations = trial.organisations
  play.model.covered = trial.covered
  if (trial.organisations.length > play.ids.length) play.ids.push(fresh)
  return true
}

interface Chosen {
  children: number[]
  employers: number[]
}

/** Of the organisations a split names at random: the children it may take, and the employers it covers. Sometimes one that is not its own. */
function chosenOf({ one, others, day }: Step, model: SlowModel): Chosen {
  const children = others.filter(
    (other) => model.organisations[other]!.parent[day] === one || other % 5 === 0,
  )
  const covered = [...model.covered].filter(([key, cells]) => key.startsWith(`${one} `) && cells[day])
  const employers = covered.map(([key]) => Number(key.split(' ')[1])).filter((_, at) => at % 2 === 0)
  return { children: [...new Set(children)].filter((child) => child !== one), employers }
}

function doInModel(model: SlowModel, { kind, one, others, day }: Step, chosen: Chosen): void {
  if (kind === 'move') model.move(one, others[0]!, day)
  else if (kind === 'rename') model.rename(one, nameOf(others), day)
  else if (kind === 'merge') model.merge([...new Set(others)], one, day)
  else if (kind === 'split') model.split(one, { ...chosen, name: 'split off' }, day)
  else model.close(one, day, others.length > 1 ? others[0]! : null)
}

async function doInProduct(
  tx: Tx,
  play: { step: Step; ids: string[]; chosen: Chosen; fresh: string },
): Promise<void> {
  const { kind, one, others, day } = play.step
  const id = (index: number) => play.ids[index]!
  const organisationId = id(one)
  const on = dayText(day)
  const predecessorIds = [...new Set(others)].map(id)
  const named = kind === 'split' || kind === 'rename' ? [organisationId] : [organisationId, ...predecessorIds]
  const work = await beginTreeChange(tx, null, named)
  if (kind === 'move') await move(tx, work, { organisationId, parentId: id(others[0]!), startsOn: on })
  else if (kind === 'rename')
    await change(tx, work.stamp, { organisationId, startsOn: on, name: nameOf(others) })
  else if (kind === 'merge') {
    if (others.includes(one)) throw new AppError('refused', 'organisations.merge_into_itself')
    await merge(tx, work, { predecessorIds, successorId: organisationId, happenedOn: on })
  } else if (kind === 'split') {
    const childIds = play.chosen.children.map(id)
    const employerIds = play.chosen.employers.map(id)
    const input = { organisationId, name: 'split off', childIds, employerIds, happenedOn: on }
    await split(tx, work, { ...input, id: play.fresh })
  } else {
    const to = others.length > 1 ? { childrenTo: id(others[0]!) } : {}
    await close(tx, work, { organisationId, endedOn: on, ...to })
  }
}

function nameOf(others: number[]): string {
  return `name ${others[0]! % 4}`
}

function attemptModel(work: () => void): string | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof ModelRefusal) return error.message
    throw error
  }
}

async function attemptProduct(work: () => Promise<void>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

async function instant(tx: Tx): Promise<string> {
  const { rows } = await sql<{ at: string }>`select clock_timestamp()::text as at`.execute(tx)
  return rows[0]!.at
}
