import { paymentPapers } from '#contract/funds-payments.ts'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { PaperPage } from '../../../kit/paper-page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { t } from '../texts.ts'

/** The sheet or the list of a payment list as it is printed and signed. */
export default function PaymentPaperPage() {
  const batchId = useParam('batchId')
  const asked = useParam('paper')
  const paper = paymentPapers.find((kind) => kind === asked) ?? 'sheet'
  return (
    <PaperPage
      title={t(paper === 'sheet' ? 'paperSheet' : 'paperList')}
      answer={useRead('getPaymentPaper', { batchId, paper })}
      back={
        <LinkButton to={`/payment-lists/${batchId}`} search={{} as never}>
          {t('backToList')}
        </LinkButton>
      }
      download={
        <DownloadButton
          operation="downloadPaymentPaper"
          label={t('paperWord')}
          input={() => Promise.resolve({ batchId, paper })}
        />
      }
    />
  )
}
