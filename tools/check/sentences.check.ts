import { actionAreas, actionSentences } from '#contract/audit-sentences.ts'
import { taskSentences } from '#web/modules/inbox/task-words.ts'
import type { CheckResult } from './check.ts'
import { filesMatching, textOf } from './tree.ts'

const auditCall = /\baudit\(\s*[\w.]+,\s*[\w.]+,\s*([^,]+),/g
const literal = /^'([a-z_]+\.[a-z_]+)'$/
const laterLiteral = /\baction: '([a-z_]+\.[a-z_]+)'/g
const taskCall = /\bcreateTasks?\([^;]*?\bkind: '([a-z_]+\.[a-z_]+)'/g

/** Every act that the server writes into the audit log and every kind of task it creates has a sentence in Chinese and in English. */
export function check(): CheckResult {
  const findings: string[] = []
  const used = { actions: new Set<string>(), tasks: new Set<string>() }
  const files = filesMatching('server/**/*.ts').filter((file) => !/\.test\.ts$|^server\/test\//.test(file))
  for (const file of files) {
    const text = textOf(file)
    for (const [, kind] of text.matchAll(taskCall)) used.tasks.add(kind!)
    for (const [, written] of text.matchAll(auditCall)) {
      if (/^\w+: /.test(written!.trim())) continue
      const actions = actionsOf(written!.trim(), text)
      if (actions.length === 0)
        findings.push(`${file}: write the audited action as text, so that it can be checked`)
      for (const action of actions) used.actions.add(action)
    }
  }
  for (const action of used.actions)
    if (!(action in actionSentences))
      findings.push(`${action} has no sentence in contract/audit-sentences.ts`)
  for (const area of new Set(Object.keys(actionSentences).map((action) => action.split('.')[0]!)))
    if (!(area in actionAreas))
      findings.push(`the acts of ${area} have no area in contract/audit-sentences.ts`)
  for (const kind of used.tasks)
    if (!(kind in taskSentences))
      findings.push(`${kind} has no sentence in web/src/modules/inbox/task-words.ts`)
  if (used.actions.size < 20)
    findings.push('hardly any audited action was found: the server writes them in another way now')
  return { looked: used.actions.size + used.tasks.size, findings }
}

/** The action of one call; a call that takes it from a table counts with every `action:` of its file. */
function actionsOf(written: string, text: string): string[] {
  const plain = literal.exec(written)
  if (plain) return [plain[1]!]
  return [...text.matchAll(laterLiteral)].map((match) => match[1]!)
}
