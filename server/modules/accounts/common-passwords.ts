import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#server/platform/project-root.ts'

let common: ReadonlySet<string> | undefined

/** Whether this is one of the passwords everybody tries first (small letters). Read when the first password is chosen, not at start. */
export function isCommonPassword(password: string): boolean {
  common ??= new Set(read())
  return common.has(password)
}

function read(): string[] {
  const text = readFileSync(join(projectRoot, 'server/modules/accounts/common-passwords.txt'), 'utf8')
  return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
}
