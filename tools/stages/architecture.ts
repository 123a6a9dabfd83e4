import { globSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#server/platform/project-root.ts'
import type { Check } from '#tools/check/check.ts'
import type { StageResult } from './stage.ts'

/** Every `tools/check/*.check.ts`: what they looked at, and what they found. */
export async function architecture(): Promise<StageResult> {
  const total: StageResult = { passed: 0, failures: [] }
  for (const file of globSync('tools/check/*.check.ts', { cwd: projectRoot }).sort()) {
    const { check } = (await import(join(projectRoot, file))) as { check: Check }
    const { looked, findings } = await check()
    if (looked === 0) findings.push('this check looked at nothing')
    total.passed += looked - Math.min(looked, findings.length)
    total.failures.push(...findings.map((finding) => `${file}: ${finding}`))
  }
  return total
}
