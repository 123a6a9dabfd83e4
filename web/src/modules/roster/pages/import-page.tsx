import '../roster.css'
import '../import-rows.css'
import type { RosterImport } from '#contract/roster.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant, formatSize } from '../../../kit/format.ts'
import { Page } from '../../../kit/page.tsx'
import { PageTitle } from '../../../kit/page-title.tsx'
import { useParam } from '../../../kit/params.ts'
import { queryOf } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { AboutFile } from '../parts/about-file.tsx'
import { CommitBar } from '../parts/commit-bar.tsx'
import { ImportDone } from '../parts/import-done.tsx'
import { ImportLists } from '../parts/import-lists.tsx'
import { ImportState } from '../parts/import-state.tsx'
import { ImportStopped, ImportWork, LastFailure } from '../parts/import-work.tsx'
import { t } from '../texts.ts'
import { isBusy } from '../words.ts'

const lookAgainMs = 500

/** One import from its check to its undo; its address can be left and found again. */
export default function ImportPage() {
  const importId = useParam('importId')
  const imported = useQuery({
    ...queryOf('getRosterImport', { importId }),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data.state) ? lookAgainMs : false),
  })
  if (imported.data) return <Import imported={imported.data} />
  return (
    <Page title={t('imports')}>
      {imported.error ? (
        <Alert
          type="error"
          showIcon
          icon={<Icon name="warn" />}
          title={errorSentence(imported.error)}
          action={<Button onClick={() => void imported.refetch()}>{t('retry')}</Button>}
        />
      ) : (
        <Skeleton active title={false} aria-label={t('loading')} />
      )}
    </Page>
  )
}

function Import({ imported }: { imported: RosterImport }) {
  const { state } = imported
  const stopped = state === 'refused' || state === 'failed'
  const read = imported.sheets.some((sheet) => sheet.imported)
  return (
    <Page
      title={imported.fileName}
      note={
        <span className="import-note">
          <ImportState state={state} />
          {noteOf(imported)}
        </span>
      }
    >
      <PageTitle>{imported.fileName}</PageTitle>
      <div className="import-page">
        {isBusy(state) && <ImportWork imported={imported} />}
        {stopped && <ImportStopped imported={imported} />}
        {!isBusy(state) && !stopped && <LastFailure imported={imported} />}
        {(state === 'committed' || state === 'undone') && <ImportDone imported={imported} />}
        {state !== 'judging' && imported.counts && (
          <>
            <AboutFile imported={imported} />
            {read && <ImportLists imported={imported} counts={imported.counts} />}
          </>
        )}
        {state === 'ready' && read && imported.counts && (
          <CommitBar imported={imported} counts={imported.counts} />
        )}
      </div>
    </Page>
  )
}

function noteOf(imported: RosterImport): string {
  const kind = imported.kind === 'roster' ? t('kindRoster') : t('kindOrganisations')
  const mode = imported.mode === 'full' ? [t('full')] : []
  return [
    kind,
    ...mode,
    imported.organisationName,
    formatSize(imported.fileBytes),
    formatInstant(imported.createdAt),
  ].join(' · ')
}
