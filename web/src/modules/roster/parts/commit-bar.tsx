import type { ImportCounts, RosterImport } from '#contract/roster.ts'
import { App, Button } from 'antd'
import { useId } from 'react'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { t } from '../end-texts.ts'

/** The foot of an import that is ready: what a commit will do in numbers, and the button that does it. */
export function CommitBar({ imported, counts }: { imported: RosterImport; counts: ImportCounts }) {
  const whyId = useId()
  const confirm = useConfirm()
  const { message } = App.useApp()
  const commit = useAct('commitRosterImport', { invalidates: 'everything' })
  const parts = partsOf(imported, counts)
  const why = parts.length === 0 ? whyNot(counts) : undefined
  const waiting = counts.review + counts.rejected
  async function ask() {
    const body = (
      <>
        <ul className="commit-parts">
          {parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
        {waiting > 0 && <p>{t('waitingStay', { count: waiting })}</p>}
        <p>{t('commitUndo')}</p>
      </>
    )
    if (!(await confirm({ title: t('commitTitle'), body, verb: t('commitVerb'), stay: t('commitBack') })))
      return
    commit.mutate(
      { importId: imported.id },
      { onError: (error) => void message.error(errorSentence(error), 8) },
    )
  }
  return (
    <div className="commit-bar">
      {why ? (
        <span id={whyId}>{why}</span>
      ) : (
        waiting > 0 && <span>{t('waitingStay', { count: waiting })}</span>
      )}
      <Button
        type="primary"
        size="large"
        disabled={why !== undefined}
        aria-describedby={why ? whyId : undefined}
        loading={commit.isPending}
        onClick={() => void ask()}
      >
        {why ? t('commitVerb') : t('commit', { what: parts.slice(0, 2).join(t('and')) })}
      </Button>
    </div>
  )
}

function partsOf(imported: RosterImport, counts: ImportCounts): string[] {
  const roster = imported.kind === 'roster'
  const said = (count: number, words: (values: { count: number }) => string) =>
    count > 0 ? [words({ count })] : []
  return [
    ...said(counts.new, (values) => (roster ? t('willAdd', values) : t('willAddUnits', values))),
    ...said(counts.changed, (values) => (roster ? t('willChange', values) : t('willChangeUnits', values))),
    ...said(counts.transfer, (values) => t('willTransfer', values)),
    ...said(counts.leavers, (values) => t('willLeavers', values)),
  ]
}

function whyNot(counts: ImportCounts): string {
  const waiting = counts.review + counts.rejected
  if (waiting > 0) return t('whyWaiting', { count: waiting })
  return counts.same > 0 ? t('whyNothing') : t('whyEmpty')
}
