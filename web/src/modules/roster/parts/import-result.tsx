import type { RosterImport } from '#contract/roster.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'

/** What a commit did, or what its undo took back and left. */
export function ImportResult({ imported }: { imported: RosterImport }) {
  const { commit, undo } = imported
  if (undo)
    return (
      <section className="panel import-result" role="status">
        <Icon name="swap" size={28} />
        <div>
          <h2>{t('undoneTitle')}</h2>
          <p>
            {t('undoneWords', {
              removed: undo.personsRemoved,
              restored: undo.personsRestored,
              left: undo.rowsLeft,
            })}
          </p>
        </div>
      </section>
    )
  if (!commit) return null
  const figures = { added: commit.personsAdded, changed: commit.personsChanged }
  return (
    <section className="panel import-result import-result-done" role="status">
      <Icon name="check" size={28} />
      <div>
        <h2>{t('doneTitle')}</h2>
        <p>{imported.kind === 'roster' ? t('donePersons', figures) : t('doneOrganisations', figures)}</p>
        {commit.transfersProposed > 0 && <p>{t('doneTransfers', { count: commit.transfersProposed })}</p>}
        {commit.leaversProposed > 0 && <p>{t('doneLeavers', { count: commit.leaversProposed })}</p>}
      </div>
    </section>
  )
}
