import '../roster.css'
import type { ImportState as State, RosterImport } from '#contract/roster.ts'
import { formatNumber } from '../../../kit/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'
import { stateLook } from '../words.ts'

/** Where an import stands: an icon and a word. */
export function ImportState({ state }: { state: State }) {
  const { words, icon, tone } = stateLook(state)
  return (
    <span className={`import-state import-state-${tone}`}>
      <Icon name={icon} size={16} />
      {words}
    </span>
  )
}

/** What an import came to so far, in a few words; nothing while that is not known. */
export function outcomeWords(imported: RosterImport): string {
  const { undo, commit, counts, state } = imported
  if (undo)
    return t('removedRestored', {
      removed: formatNumber(undo.personsRemoved),
      restored: formatNumber(undo.personsRestored),
    })
  if (commit)
    return t('addedChanged', {
      added: formatNumber(commit.personsAdded),
      changed: formatNumber(commit.personsChanged),
    })
  const waiting = counts ? counts.review + counts.rejected : 0
  return state === 'ready' && waiting > 0 ? t('waitingRows', { count: waiting }) : ''
}
