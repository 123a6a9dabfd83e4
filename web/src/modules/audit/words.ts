import type { AuditEntry } from '#contract/audit.ts'
import { actionAreas, actionSentences } from '#contract/audit-sentences.ts'
import { fill, type Sentence } from '../../i18n/texts.ts'
import { t } from './texts.ts'

/** What was done, as the rest of a sentence that begins with who did it. */
export function actionWords({ action, params }: Pick<AuditEntry, 'action' | 'params'>): string {
  const sentence = (actionSentences as Record<string, Sentence>)[action]
  return sentence === undefined ? action : fill(sentence, params)
}

/** The areas one can search by: each stands for all acts of a module. */
function areaOptions(): { value: string; label: string }[] {
  return Object.entries(actionAreas).map(([value, sentence]) => ({ value, label: fill(sentence, {}) }))
}

/** Areas and, below each, its single acts, as a picker's groups. Facts of a sentence show as …. */
export function actionOptions(): { label: string; options: { value: string; label: string }[] }[] {
  return areaOptions().map((area) => ({
    label: area.label,
    options: [
      { value: area.value, label: t('allOf', { area: area.label }) },
      ...Object.entries(actionSentences as Record<string, Sentence>)
        .filter(([action]) => action.startsWith(`${area.value}.`))
        .map(([action, sentence]) => ({ value: action, label: fill(sentence, dots) })),
    ],
  }))
}

const dots = new Proxy({}, { get: () => '…' })
