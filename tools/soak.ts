/** `npm run soak [-- NAME]`: the long race, crash and property runs, every `NAME.soak.ts`, each saying what it tried. */
import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { projectRoot } from '#server/platform/project-root.ts'
import { withTestCluster } from './stages/database.ts'

/** What a `*.soak.ts` exports as `soak`: one line that says what was tried; it throws when something did not hold. */
export type Soak = () => Promise<string>

const wanted = process.argv[2]
const files = globSync('{server,web,tools,e2e}/**/*.soak.ts', { cwd: projectRoot }).sort()
const chosen = files.filter((file) => wanted === undefined || nameOf(file) === wanted)
if (chosen.length === 0)
  console.log(`There is no run named "${wanted}". Known: ${files.map(nameOf).join(', ')}`)

const failed = await withTestCluster(() => runAll(chosen))
console.log(`${chosen.length - failed} passed, ${failed} failed`)
process.exit(failed > 0 || chosen.length === 0 ? 1 : 0)

async function runAll(paths: string[]): Promise<number> {
  let failures = 0
  for (const path of paths) {
    const started = performance.now()
    const { soak } = (await import(join(projectRoot, path))) as { soak: Soak }
    const line = await soak().catch((error: Error) => {
      failures += 1
      return `FAILED ${error.stack}`
    })
    console.log(`${nameOf(path).padEnd(20)}${line} (${Math.round((performance.now() - started) / 1000)} s)`)
  }
  return failures
}

function nameOf(file: string): string {
  return basename(file, '.soak.ts')
}
