import { paymentPapers } from '#contract/funds-payments.ts'
import { Button, Skeleton } from 'antd'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { Page } from '../../../kit/page.tsx'
import { PaperSheet } from '../../../kit/paper-sheet.tsx'
import { useParam } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { t } from '../texts.ts'

/** The sheet or the list of a payment list as it is printed and signed. */
export default function PaymentPaperPage() {
  const batchId = useParam('batchId')
  const asked = useParam('paper')
  const paper = paymentPapers.find((kind) => kind === asked) ?? 'sheet'
  const { data, error } = useRead('getPaymentPaper', { batchId, paper })
  return (
    <main className="paper-print">
      <Page
        title={t(paper === 'sheet' ? 'paperSheet' : 'paperList')}
        actions={
          <>
            <LinkButton to={`/payment-lists/${batchId}`} search={{} as never}>
              {t('backToList')}
            </LinkButton>
            {data && (
              <>
                <DownloadButton
                  operation="downloadPaymentPaper"
                  label={t('paperWord')}
                  input={() => Promise.resolve({ batchId, paper })}
                />
                <Button type="primary" onClick={() => print()}>
                  {t('paperPrint')}
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
