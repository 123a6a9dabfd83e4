import { registerHooks } from 'node:module'
import type { Cell } from './matrix.ts'
import { mutations } from './mutations.ts'

// Run as a process of its own: `node run-mutant.ts NUMBER [WORLD]`, WORLD being the file of a kept world. Prints the first cell that turned red, or says that none did.
const mutation = mutations[Number(process.argv[2])]!
let applied = false

registerHooks({
  load(url, context, nextLoad) {
    const result = nextLoad(url, context)
    if (!url.endsWith(`/${mutation.file}`)) return result
    const source = result.source?.toString() ?? ''
    if (source.split(mutation.find).length !== 2)
      throw new Error(`the text of “${mutation.name}” is not found exactly once in ${mutation.file}`)
    applied = true
    return { ...result, source: source.replace(mutation.find, () => mutation.replace) }
  },
})

const { cellsOf, failuresOf } = await import('./matrix.ts')
const { closeTestServer } = await import('#server/test/server.ts')

try {
  const world = await worldOfMutant()
  const cells = cellsOf(world)
  const first = (cell: Cell) => (cell.operationId === mutation.seenAt ? 0 : 1)
  cells.sort((a, b) => first(a) - first(b))
  const [failure = null] = await failuresOf(world, cells, (failures) => failures > 0)
  process.stdout.write(`${JSON.stringify({ applied, failure })}\n`)
} catch (error) {
  // A mutant that cannot even set the world up has been noticed too.
  const failure = `the world could not be made: ${(error as Error).message}`
  process.stdout.write(`${JSON.stringify({ applied, failure })}\n`)
}
await closeTestServer()

/** The world that was made without any lie, or one of its own for a lie that shows in the making. */
async function worldOfMutant() {
  const { makeWorld } = await import('./world.ts')
  const { openWorld } = await import('./kept-world.ts')
  const kept = process.argv[3]
  return kept === undefined ? makeWorld() : openWorld(kept)
}
