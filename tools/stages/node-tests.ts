import { globSync } from 'node:fs'
import { join } from 'node:path'
import { run } from 'node:test'
import { projectRoot } from '#server/platform/project-root.ts'
import type { StageResult } from './stage.ts'

/** Pure tests, tests on a real PostgreSQL, and tests in a real browser. */
export type TestKind = 'rules' | 'database' | 'journeys'

const fileMilliseconds = 20 * 60_000

/** Files that take minutes are begun first, or the last of them runs alone while a core has nothing to do. */
const longest = [
  'server/test/authorisation/matrix.db.test.ts',
  'e2e/journeys/every-page.test.ts',
  'e2e/journeys/commissioner-story.test.ts',
]

/** What every test process reads of the product, compiled once. */
const compiled = join(projectRoot, 'node_modules/.cache/gonghui/compiled')

/** The test files of a kind, of one module or of all. A module's are those in its folders or named after it. */
export function testFiles(kind: TestKind, module: string | null): string[] {
  const all = globSync('{contract,server,web,tools,bench,e2e}/**/*.test.{ts,tsx}', { cwd: projectRoot })
  const ofKind = all.filter((file) => kindOf(file) === kind)
  if (module === null) return ofKind.sort()
  return ofKind
    .filter((file) => file.split('/').some((part) => part === module || part.startsWith(`${module}.`)))
    .sort()
}

function kindOf(file: string): TestKind {
  if (file.startsWith('e2e/')) return 'journeys'
  return /\.db\.test\.tsx?$/.test(file) ? 'database' : 'rules'
}

/** Runs test files, each in a process of its own; a skipped or postponed test counts as failed. */
export async function nodeTests(files: string[], { processes }: { processes: number }): Promise<StageResult> {
  const result: StageResult = { passed: 0, failures: [] }
  if (files.length === 0) return result
  const order = [
    ...longest.filter((file) => files.includes(file)),
    ...files.filter((file) => !longest.includes(file)),
  ]
  process.env.NODE_COMPILE_CACHE ??= compiled
  const events = run({
    files: order.map((file) => join(projectRoot, file)),
    concurrency: processes,
    timeout: fileMilliseconds,
    cwd: projectRoot,
    // A process of a few seconds spends a tenth of them on collecting garbage in the small nursery it starts with.
    execArgv: ['--max-semi-space-size=32'],
  })
  const took: { file: string; seconds: number }[] = []
  for await (const { type, data } of events) {
    if (type === 'test:summary' && data.file !== undefined)
      took.push({ file: data.file.replace(`${projectRoot}/`, ''), seconds: data.duration_ms / 1000 })
    if (type === 'test:stderr' && data.message.trim() !== '') process.stderr.write(data.message)
    if (type !== 'test:pass' && type !== 'test:fail') continue
    // A suite only holds its tests; a file without any would be reported as a test of its own name.
    if (data.details.type === 'suite') continue
    const verdict = judge(data, type === 'test:fail')
    if (verdict === null) result.passed += 1
    else if (!verdict.isEcho) result.failures.push(verdict.text)
  }
  result.slowest = took.sort((a, b) => b.seconds - a.seconds).slice(0, 5)
  return result
}

interface Report {
  name: string
  file?: string | undefined
  line?: number | undefined
  skip?: string | boolean | undefined
  todo?: string | boolean | undefined
  details: { error?: Error & { code?: string; failureType?: string; cause?: unknown } }
}

/** Null for a test that passed. A parent that failed only because its subtests did is an echo. */
function judge(data: object, hasFailed: boolean): { text: string; isEcho: boolean } | null {
  const { name, file, line, skip, todo, details } = data as Report
  const place = `${name}\n  ${(file ?? '').replace(`${projectRoot}/`, '')}:${line ?? ''}`
  if (skip !== undefined && skip !== false)
    return { text: `${place}\n  skipped: tests are mended or removed, not skipped`, isEcho: false }
  if (todo !== undefined && todo !== false) return { text: `${place}\n  still to do`, isEcho: false }
  if (!hasFailed)
    return name.endsWith('.test.ts') ? { text: `${place}\n  this file holds no test`, isEcho: false } : null
  const error = details.error
  const cause = error?.cause instanceof Error ? error.cause : error
  return {
    text: `${place}\n${cause?.stack ?? String(cause)}`,
    isEcho: error?.failureType === 'subtestsFailed',
  }
}
