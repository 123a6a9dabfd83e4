/**
 * `npm run soak [-- NAME [--count N] [--seed N]]`: the long race, crash and property runs, each saying what it tried. A run is a file
 * `NAME.soak.ts` beside what it tries, or `server/soak/NAME.ts`.
 */
import { globSync } from 'node:fs'
import { randomInt } from 'node:crypto'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '#server/platform/project-root.ts'
import { withTestCluster } from './stages/database.ts'

/** How much to try, and from which seed; without a count every run has its own. */
export interface Extent {
  count: number | undefined
  seed: number
}

/** What such a file exports: `run` gives one line that says what was tried, and throws when something did not hold. */
interface Soak {
  run(extent: Extent): Promise<string>
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string' }, seed: { type: 'string' } },
})
const extent: Extent = {
  count: values.count === undefined ? undefined : Number(values.count),
  seed: values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed),
}
const files = globSync(['{server,web,tools,e2e}/**/*.soak.ts', 'server/soak/*.ts'], { cwd: projectRoot })
  .filter((file) => !file.endsWith('.test.ts'))
  .sort()
const chosen = files.filter((file) => positionals.length === 0 || positionals.includes(nameOf(file)))
if (chosen.length === 0)
  console.log(`There is no run named "${positionals.join(' ')}". Known: ${files.map(nameOf).join(', ')}`)

const failed = await withTestCluster(() => runAll(chosen))
console.log(`${chosen.length - failed} passed, ${failed} failed (seed ${extent.seed})`)
process.exit(failed > 0 || chosen.length === 0 ? 1 : 0)

async function runAll(paths: string[]): Promise<number> {
  let failures = 0
  for (const path of paths) {
    const started = performance.now()
    const soak = (await import(join(projectRoot, path))) as Soak
    const line = await soak.run(extent).catch((error: Error) => {
      failures += 1
      return `FAILED ${error.stack}`
    })
    console.log(`${nameOf(path).padEnd(20)}${line} (${Math.round((performance.now() - started) / 1000)} s)`)
  }
  return failures
}

function nameOf(file: string): string {
  return basename(file, '.ts').replace(/\.soak$/, '')
}
