import type { RosterImport } from '#contract/roster.ts'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useConfirm } from '../../../kit/confirm.tsx'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant, formatNumber } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../end-texts.ts'
import { whyFileGone } from '../file-gone.ts'

/** What a commit or its undo came to, and what can be done next. */
export function ImportDone({ imported }: { imported: RosterImport }) {
  const { commit, undo } = imported
  const figures = undo ? undoneFigures(undo) : commit ? doneFigures(commit) : []
  const when = undo?.undoneAt ?? commit?.committedAt
  return (
    <section className="panel import-done" role="status">
      <h2>
        <Icon name="check" size={22} />
        {undo ? t('undoneTitle') : t('doneTitle')}
        {when && <span className="quiet figures">{formatInstant(when)}</span>}
      </h2>
      <dl>
        {figures.map(([words, count]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd className="figures">{formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
      {undo && <p>{undo.rowsLeft > 0 ? t('undoneLeftHint') : t('undoneHint')}</p>}
      <div className="import-next">
        <Next imported={imported} />
        <Link to="/imports">
          <Button>{t('anotherRoster')}</Button>
        </Link>
        <ReturnedRows imported={imported} />
        {imported.state === 'committed' && <UndoButton imported={imported} />}
      </div>
    </section>
  )
}

/** Where the work goes on after a commit: tasks that it made, and the members it brought. */
function Next({ imported: { kind, commit, undo } }: { imported: RosterImport }) {
  if (undo || !commit || kind !== 'roster') return null
  return (
    <>
      {commit.transfersProposed + commit.leaversProposed > 0 && <Link to="/tasks">{t('doneTasks')}</Link>}
      <Link to="/members">
        <Button type="primary">{t('seeMembers')}</Button>
      </Link>
    </>
  )
}

/** Rows that were not taken, to be sent back in the sender’s own layout; one file for each sheet. */
function ReturnedRows({ imported }: { imported: RosterImport }) {
  const waiting = imported.counts ? imported.counts.review + imported.counts.rejected : 0
  if (waiting === 0) return null
  const sheets = imported.sheets.filter((sheet) => sheet.imported && sheet.dataRows > 0)
  const off = whyFileGone(imported)
  if (sheets.length < 2 || off !== null)
    return (
      <DownloadButton
        operation="downloadRejectedRows"
        input={() => Promise.resolve({ importId: imported.id })}
        label={t('downloadReturned', { count: waiting })}
        off={off}
      />
    )
  return sheets.map(({ name }) => (
    <DownloadButton
      key={name}
      operation="downloadRejectedRows"
      input={() => Promise.resolve({ importId: imported.id, sheet: name })}
      label={t('downloadReturnedSheet', { sheet: name })}
    />
  ))
}

function UndoButton({ imported }: { imported: RosterImport }) {
  const confirm = useConfirm()
  const { message } = App.useApp()
  const undo = useAct('undoRosterImport', { invalidates: 'everything' })
  const roster = imported.kind === 'roster'
  const added = imported.commit?.personsAdded ?? 0
  const changed = imported.commit?.personsChanged ?? 0
  async function ask() {
    const counted = { added: formatNumber(added), changed: formatNumber(changed) }
    const count = added + changed
    const words = roster
      ? { body: t('undoBody', counted), verb: t('undoVerb', { count }) }
      : { body: t('undoBodyUnits', counted), verb: t('undoVerbUnits', { count }) }
    if (!(await confirm({ title: t('undoTitle'), ...words }))) return
    undo.mutate(
      { importId: imported.id },
      { onError: (error) => void message.error(errorSentence(error), 8) },
    )
  }
  return (
    <Button danger loading={undo.isPending} onClick={() => void ask()}>
      {t('undo')}
    </Button>
  )
}

function doneFigures(commit: NonNullable<RosterImport['commit']>): [string, number][] {
  return [
    [t('doneAdded'), commit.personsAdded],
    [t('doneChanged'), commit.personsChanged],
    ...(commit.transfersProposed > 0
      ? ([[t('doneTransfers'), commit.transfersProposed]] as [string, number][])
      : []),
    ...(commit.leaversProposed > 0
      ? ([[t('doneLeavers'), commit.leaversProposed]] as [string, number][])
      : []),
  ]
}

function undoneFigures(undo: NonNullable<RosterImport['undo']>): [string, number][] {
  return [
    [t('undoneRemoved'), undo.personsRemoved],
    [t('undoneRestored'), undo.personsRestored],
    [t('undoneLeft'), undo.rowsLeft],
  ]
}
