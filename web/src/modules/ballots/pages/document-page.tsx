import { ballotDocumentKinds } from '#contract/ballot-documents.ts'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { PaperPage } from '../../../kit/paper-page.tsx'
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
  return (
    <PaperPage
      title={documentName(document)}
      answer={useRead('getBallotDocument', { ballotId, document })}
      back={
        <LinkButton to={`/ballots/${ballotId}`} search={{} as never}>
          {t('back')}
        </LinkButton>
      }
      download={
        <DownloadButton
          operation="downloadBallotDocument"
          label={t('word')}
          input={() => Promise.resolve({ ballotId, document })}
        />
      }
    />
  )
}
