import type { RosterImport } from '#contract/roster.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { queryOf } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { FileNotes } from '../parts/file-notes.tsx'
import { ImportActions } from '../parts/import-actions.tsx'
import { ImportProgress } from '../parts/import-progress.tsx'
import { ImportResult } from '../parts/import-result.tsx'
import { ImportRows } from '../parts/import-rows.tsx'
import { Refused } from '../parts/refused.tsx'
import { stateLabel } from '../words.ts'
import { t } from '../texts.ts'
import '../roster.css'

/** One import from its check to its commit, and what became of it. */
export default function ImportPage() {
  const importId = useParam('importId')
  const answer = useQuery({
    ...queryOf('getRosterImport', { importId }),
    refetchInterval: ({ state }) => (state.data && isWorking(state.data) ? 600 : false),
  })
  if (answer.error)
    return (
      <Page title={t('imports')}>
        <Alert
          type="error"
          showIcon
          icon={<Icon name="warn" />}
          title={errorSentence(answer.error)}
          action={<Button href="/console/imports">{t('another')}</Button>}
        />
      </Page>
    )
  if (!answer.data) return <Skeleton active title={false} className="page" />
  return <Import imported={answer.data} />
}

function Import({ imported }: { imported: RosterImport }) {
  const stopped = imported.state === 'refused' || imported.state === 'failed'
  return (
    <Page
      title={imported.fileName}
      note={`${t(imported.kind)} · ${imported.organisationName} · ${formatInstant(imported.createdAt)} · ${stateLabel(imported.state)}`}
      actions={<ImportActions imported={imported} />}
    >
      {isWorking(imported) && <ImportProgress imported={imported} />}
      {stopped && <Refused imported={imported} />}
      {(imported.state === 'committed' || imported.state === 'undone') && (
        <ImportResult imported={imported} />
      )}
      {!stopped && imported.counts && imported.state !== 'judging' && (
        <>
          <FileNotes imported={imported} />
          <ImportRows imported={imported} counts={imported.counts} />
        </>
      )}
    </Page>
  )
}

function isWorking({ state }: RosterImport): boolean {
  return state === 'judging' || state === 'committing' || state === 'undoing'
}
