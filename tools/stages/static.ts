import { globSync } from 'node:fs'
import { projectRoot } from '#server/platform/project-root.ts'
import type { StageResult } from './stage.ts'
import { runTool } from './tool.ts'

const formatted = '**/*.{ts,tsx,mjs,cjs,js,css,html,json}'
const sources = ['contract', 'server', 'web', 'e2e', 'bench', 'tools']

/** Every source file is laid out by Prettier. */
export async function format(): Promise<StageResult> {
  const { code, output, errors } = await runTool('prettier/bin/prettier.cjs', ['--list-different', formatted])
  const files = output.split('\n').filter((line) => line !== '')
  if (code !== 0 && files.length === 0) return { passed: 0, failures: [errors] }
  const failures = files.map((file) => `${file}: not formatted; run "npx prettier --write ${file}"`)
  return { passed: count(formatted) - failures.length, failures }
}

/** ESLint without a finding; a warning counts as one. */
export async function lint(): Promise<StageResult> {
  const { output, errors } = await runTool('eslint/bin/eslint.js', ['.', '--format', 'json'])
  if (!output.startsWith('[')) return { passed: 0, failures: [errors + output] }
  const results = JSON.parse(output) as LintedFile[]
  const failures = results.flatMap(({ filePath, messages }) =>
    messages.map(
      ({ line, message, ruleId }) =>
        `${filePath.slice(projectRoot.length + 1)}:${line} ${message} (${ruleId})`,
    ),
  )
  return { passed: results.filter(({ messages }) => messages.length === 0).length, failures }
}

interface LintedFile {
  filePath: string
  messages: { line: number; message: string; ruleId: string | null }[]
}

/** TypeScript finds no error. */
export async function types(): Promise<StageResult> {
  const { code, output } = await runTool('typescript7/bin/tsc', ['-p', '.', '--pretty', 'false'])
  const failures = output.split('\n').filter((line) => /error TS\d+/.test(line))
  if (code !== 0 && failures.length === 0) failures.push(output)
  return { passed: count(`{${sources.join(',')}}/**/*.{ts,tsx}`) - failures.length, failures }
}

/** Imports go the way that the tiers allow. */
export async function boundaries(): Promise<StageResult> {
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...sources]
  const { output, errors } = await runTool('dependency-cruiser/bin/dependency-cruiser.mjs', args)
  if (!output.startsWith('{')) return { passed: 0, failures: [errors + output] }
  const { summary } = JSON.parse(output) as { summary: CruiseSummary }
  const failures = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)
  return { passed: summary.totalCruised, failures }
}

interface CruiseSummary {
  totalCruised: number
  violations: { rule: { name: string }; from: string; to: string }[]
}

function count(pattern: string): number {
  return globSync(pattern, { cwd: projectRoot, exclude: (name) => skipped.has(name) }).length
}

const skipped = new Set(['node_modules', 'build', 'data', 'shots'])
