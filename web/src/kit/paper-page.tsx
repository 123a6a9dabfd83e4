import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { Paper } from '#contract/paper.ts'
import { errorSentence } from './errors.ts'
import { Page } from './page.tsx'
import { PaperSheet } from './paper-sheet.tsx'
import { t } from './texts.ts'

interface PaperPageProps {
  title: string
  /** The answer that holds the paper. */
  answer: { data: Paper | undefined; error: Error | null }
  /** Back to where the paper belongs. */
  back: ReactNode
  /** The button that saves the paper as .docx. */
  download: ReactNode
}

/** A page that is a paper: to read, to save and to print. Printed, only the paper is there. */
export function PaperPage({ title, answer: { data, error }, back, download }: PaperPageProps) {
  return (
    <main className="paper-print">
      <Page
        title={title}
        actions={
          <>
            {back}
            {data && (
              <>
                {download}
                <Button type="primary" onClick={() => print()}>
                  {t('printPaper')}
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
