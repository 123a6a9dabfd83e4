import '../ballots.css'
import { Button, Skeleton } from 'antd'
import { ballotDocumentKinds } from '#contract/ballot-documents.ts'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { Page } from '../../../kit/page.tsx'
import { PaperSheet } from '../../../kit/paper-sheet.tsx'
import { useParam } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { t } from '../texts.ts'
import { documentName } from '../words.ts'

/** A paper of an election as it is printed. The paper is in Chinese, as official papers are. */
export default function DocumentPage() {
  const ballotId = useParam('ballotId')
  const asked = useParam('document')
  const document = ballotDocumentKinds.find((kind) => kind === asked) ?? 'notice'
  const { data, error } = useRead('getBallotDocument', { ballotId, document })
  return (
    <main className="paper-print">
      <Page
        title={documentName(document)}
        actions={
          <>
            <LinkButton to={`/ballots/${ballotId}`} search={{} as never}>
              {t('back')}
            </LinkButton>
            {data && (
              <>
                <DownloadButton
                  operation="downloadBallotDocument"
                  label={t('word')}
                  input={() => Promise.resolve({ ballotId, document })}
                />
                <Button type="primary" onClick={() => print()}>
                  {t('printNow')}
                </Button>
              </>
            )}
          </>
        }
      >
        {error && <p className="problem">{errorSentence(error)}</p>}
        {!error && !data && <Skeleton active paragraph={{ rows: 12 }} />}
        {data && !error && <PaperSheet paper={data} />}
      </Page>
    </main>
  )
}
