import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modules } from '#server/app.ts'
import { cellsOf, failuresOf } from './matrix.ts'
import { probes } from './probes/all.ts'
import { makeWorld } from './world.ts'

test('every route stands in the policy table, and nothing else does', () => {
  const routes = modules.flatMap((module) => module.routes.map((route) => route.operationId))
  assert.deepEqual(Object.keys(probes).sort(), routes.sort())
})

test('every role × operation × scope answers as the policy table says', async (t) => {
  const world = await makeWorld()
  const cells = cellsOf(world)
  const failures = await failuresOf(world, cells, () => false)
  t.diagnostic(`${cells.length} cells`)
  assert.equal(failures.length, 0, `\n${failures.slice(0, 40).join('\n')}\n(${failures.length} in all)`)
})
