import type { AuditEntry } from '#contract/audit.ts'
import { actionAreas, actionSentences } from '#contract/audit-sentences.ts'
import { fill, type Sentence } from '../../i18n/texts.ts'

/** What was done, as the rest of a sentence that begins with who did it. */
export function actionWords({ action, params }: Pick<AuditEntry, 'action' | 'params'>): string {
  const sentence = (actionSentences as Record<string, Sentence>)[action]
  return sentence === undefined ? action : fill(sentence, params)
}

/** The areas one can search by: each stands for all acts of a module. */
export function areaOptions(): { value: string; label: string }[] {
  return Object.entries(actionAreas).map(([value, sentence]) => ({ value, label: fill(sentence, {}) }))
}
