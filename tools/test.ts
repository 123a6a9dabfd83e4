/** `npm test [-- MODULE]`: every stage in turn, one line each, and `N passed, N failed` as the last line. */
import { architecture } from './stages/architecture.ts'
import { browserStage } from './stages/browser.ts'
import { databaseStage } from './stages/database.ts'
import { nodeTests, testFiles } from './stages/node-tests.ts'
import type { Stage, StageResult } from './stages/stage.ts'
import { boundaries, format, lint, types } from './stages/static.ts'

const module = process.argv[2] ?? null

/** Stages that look at the whole tree; they say nothing about one module. */
const wholeTree: Stage[][] = [
  [{ name: 'lint', run: lint }],
  [
    { name: 'format', run: format },
    { name: 'types', run: types },
    { name: 'boundaries', run: boundaries },
    { name: 'architecture', run: architecture },
  ],
]

const behaviour: Stage[] = [
  { name: 'rules', run: () => nodeTests(testFiles('rules', module), { processes: 2 }) },
  { name: 'database', run: () => databaseStage(testFiles('database', module)) },
  { name: 'journeys', run: () => browserStage(testFiles('journeys', module)) },
]

// The linter takes as long as the rest of its kind together: they run side by side.
const looked = module === null ? await Promise.all(wholeTree.map(runStages)) : []
const results = [...looked.flat(), ...(await runStages(behaviour))]

const passed = results.reduce((sum, result) => sum + result.passed, 0)
const failed = results.reduce((sum, result) => sum + result.failures.length, 0)
const nothing = passed + failed === 0
if (nothing)
  console.log(`No test belongs to "${module}": name a folder of server/modules or web/src/modules.`)
console.log(`${passed} passed, ${nothing ? 1 : failed} failed`)
process.exit(failed > 0 || nothing ? 1 : 0)

async function runStages(stages: readonly Stage[]): Promise<StageResult[]> {
  const done: StageResult[] = []
  for (const stage of stages) done.push(await runStage(stage))
  return done
}

async function runStage(stage: Stage): Promise<StageResult> {
  const started = performance.now()
  const result = await stage
    .run()
    .catch((error: Error): StageResult => ({ passed: 0, failures: [error.stack ?? error.message] }))
  // A stage that checked nothing proves nothing; only a single module may lack a kind of test.
  if (module === null && result.passed + result.failures.length === 0)
    result.failures.push('this stage found nothing to check')
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `${stage.name.padEnd(14)}${result.passed} passed, ${result.failures.length} failed (${seconds} s)`,
  )
  const slow = (result.slowest ?? []).filter((each) => each.seconds > 20)
  for (const each of slow) console.log(`    ${each.seconds.toFixed(0).padStart(4)} s  ${each.file}`)
  for (const failure of result.failures) console.log(failure.replace(/^/gm, '    '))
  return result
}
