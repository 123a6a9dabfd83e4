/** `npm run bench [-- NAME]`: every file of `bench/`, or one; a table, and `bench/results.json`. */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { basename, join } from 'node:path'
import { projectRoot } from '#server/platform/project-root.ts'

/** One measured figure. */
export interface Result {
  /** What was measured: the benchmark's name, or `name.part` where it gives several figures. */
  name: string
  unit: string
  /** The median of the rounds. */
  ours: number
  /** The same work by a plain node:http + pg program in the same run, where there is one. */
  bare?: number
  /** The physical limit or the fixed goal, measured beside it where it can be. */
  limit: number
  /** `ours` over what the goal in docs/performance.md divides by: bare, limit or the goal itself. */
  ratio: number
  /** What the ratio must keep: at least this where higher is better, at most this otherwise. */
  goal: number
  higherIsBetter: boolean
  /** The least and the greatest round. */
  range: [number, number]
  /** Why the run proves nothing, such as a slow yardstick. */
  invalid?: string
  /** Whatever else helps to read it: processor seconds, memory of every Node process, counts. */
  details?: Record<string, unknown>
}

/** What a file of `bench/` exports beside its `name`. */
export interface Benchmark {
  name: string
  run(): Promise<Result[]>
}

const wanted = process.argv[2]
const resultsFile = join(projectRoot, 'bench/results.json')
const files = globSync('bench/*.ts', { cwd: projectRoot }).filter((file) => !file.endsWith('.test.ts'))
const names = files.map((file) => basename(file, '.ts')).sort()
const chosen = names.filter((name) => wanted === undefined || name === wanted)

if (chosen.length === 0) {
  console.log(`There is no benchmark named "${wanted}". Known: ${names.join(', ')}`)
  process.exit(1)
}

let failures = 0
const results: Result[] = []
for (const name of chosen) {
  const benchmark = (await import(join(projectRoot, 'bench', `${name}.ts`))) as Benchmark
  console.log(`${name} ...`)
  try {
    results.push(...(await benchmark.run()))
  } catch (error) {
    failures += 1
    console.log(`${name} FAILED\n${(error as Error).stack}`)
  }
}
console.log(table(results))
save(results)
const missed = results.filter((result) => result.invalid === undefined && !reached(result))
console.log(`${results.length - missed.length} of ${results.length} goals reached, ${failures} failed to run`)
process.exit(failures > 0 ? 1 : 0)

function table(rows: Result[]): string {
  const head = ['name', 'ours', 'range', 'bare', 'limit', 'ratio', 'goal', '']
  const lines = rows.map((row) => [
    row.name,
    `${short(row.ours)} ${row.unit}`,
    `${short(row.range[0])}-${short(row.range[1])}`,
    row.bare === undefined ? '' : short(row.bare),
    short(row.limit),
    short(row.ratio),
    `${row.higherIsBetter ? '>=' : '<='} ${short(row.goal)}`,
    row.invalid === undefined ? (reached(row) ? 'ok' : 'missed') : `invalid: ${row.invalid}`,
  ])
  const widths = head.map((_, at) => Math.max(...[head, ...lines].map((line) => line[at]!.length)))
  const text = [head, ...lines].map((line) =>
    line
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd(),
  )
  const details = rows.flatMap((row) =>
    row.details === undefined ? [] : [`${row.name}: ${JSON.stringify(row.details)}`],
  )
  return [...text, ...details].join('\n')
}

function reached(result: Result): boolean {
  return result.higherIsBetter ? result.ratio >= result.goal : result.ratio <= result.goal
}

function short(value: number): string {
  return Math.abs(value) >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)))
}

/** Figures of benchmarks that were not run this time stay in the file. */
function save(fresh: Result[]): void {
  const belongs = (result: Result) => chosen.some((name) => result.name.split('.')[0] === name)
  const kept = readSaved().filter((result) => !belongs(result))
  const machine = {
    cores: availableParallelism(),
    processor: cpus()[0]?.model,
    memoryMb: Math.round(totalmem() / 2 ** 20),
    node: process.version,
  }
  const content = { measuredAt: new Date().toISOString(), machine, results: [...kept, ...fresh] }
  writeFileSync(resultsFile, `${JSON.stringify(content, null, 2)}\n`)
}

function readSaved(): Result[] {
  if (!existsSync(resultsFile)) return []
  try {
    return (JSON.parse(readFileSync(resultsFile, 'utf8')) as { results: Result[] }).results
  } catch {
    return []
  }
}
