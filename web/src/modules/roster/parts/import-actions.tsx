import type { RosterImport } from '#contract/roster.ts'
import { App, Button } from 'antd'
import { useConfirm } from '../../../kit/confirm.tsx'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { t } from '../texts.ts'

/** What can be done with the whole import, by where it stands. */
export function ImportActions({ imported }: { imported: RosterImport }) {
  const returned = (imported.counts?.review ?? 0) + (imported.counts?.rejected ?? 0)
  return (
    <>
      {returned > 0 && (
        <DownloadButton
          operation="downloadRejectedRows"
          input={() => Promise.resolve({ importId: imported.id })}
          label={t('download')}
        />
      )}
      {imported.state === 'committed' && <UndoButton imported={imported} />}
      {imported.state === 'ready' && <CommitButton imported={imported} />}
      {(imported.state === 'committed' || imported.state === 'undone') && (
        <Button type="primary" href="/console/imports">
          {t('again')}
        </Button>
      )}
    </>
  )
}

const after = { invalidates: 'everything' } as const

function CommitButton({ imported }: { imported: RosterImport }) {
  const commit = useAct('commitRosterImport', after)
  const confirm = useConfirm()
  const { message } = App.useApp()
  const { new: added, changed, transfer, review, rejected } = imported.counts!
  const count = added + changed + transfer
  async function ask() {
    const rest = review + rejected
    const sure = await confirm({
      title: t('commitTitle'),
      body: (
        <>
          <p>{t('commitBody', { added, changed, transfer })}</p>
          {rest > 0 && <p>{t('commitRest', { count: rest })}</p>}
        </>
      ),
      verb: t('commitVerb'),
    })
    if (sure)
      commit.mutate(
        { importId: imported.id },
        { onError: (error) => void message.error(errorSentence(error), 8) },
      )
  }
  return (
    <Button type="primary" disabled={count === 0} loading={commit.isPending} onClick={() => void ask()}>
      {count === 0 ? t('commitNothing') : t('commit', { count })}
    </Button>
  )
}

function UndoButton({ imported }: { imported: RosterImport }) {
  const undo = useAct('undoRosterImport', after)
  const confirm = useConfirm()
  const { message } = App.useApp()
  async function ask() {
    if (await confirm({ title: t('undoTitle'), body: t('undoBody'), verb: t('undoVerb') }))
      undo.mutate(
        { importId: imported.id },
        { onError: (error) => void message.error(errorSentence(error), 8) },
      )
  }
  return (
    <Button loading={undo.isPending} onClick={() => void ask()}>
      {t('undo')}
    </Button>
  )
}
