import { Notice } from '../../../ui/light/notice.tsx'
import { t } from './texts.ts'

/** The receipt of a cast ballot: its hash, and the way to find it on the board. Behind the `#`, so that it is sent nowhere. */
export function Receipt({ voteId, receipt }: { voteId: string; receipt: string }) {
  return (
    <section className="sheet voting-sheet">
      <Notice tone="done" title={t('done')}>
        {t('receiptHint')}
      </Notice>
      <h2>{t('receipt')}</h2>
      <code className="voting-code" tabIndex={0}>
        {receipt}
      </code>
      <a className="button button-primary" href={`/public/votes/${voteId}#${receipt}`}>
        {t('toBoard')}
      </a>
    </section>
  )
}
