import '../ballots.css'
import { Button, Skeleton } from 'antd'
import { ballotDocumentKinds, type DocumentBlock } from '#contract/ballot-documents.ts'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { Page } from '../../../kit/page.tsx'
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
    <main className="ballot-print">
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
        {data && !error && (
          <article className="panel ballot-sheet" lang="zh-CN">
            <h2>{data.title}</h2>
            {data.blocks.map((block, at) => (
              <Block key={at} block={block} label={data.title} />
            ))}
          </article>
        )}
      </Page>
    </main>
  )
}

function Block({ block, label }: { block: DocumentBlock; label: string }) {
  if (block.is === 'text') return <p className={`ballot-sheet-${block.place}`}>{block.text}</p>
  return (
    <div className="ballot-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className={block.head.length === 0 ? 'ballot-sheet-names' : 'ballot-sheet-table'}>
        {block.head.length > 0 && (
          <thead>
            <tr>
              {block.head.map((text, at) => (
                <th key={at} scope="col">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {block.rows.map((row, at) => (
            <tr key={at}>
              {row.map((text, column) => (
                <td key={column}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
