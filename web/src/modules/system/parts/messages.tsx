import { errorSentence } from '../../../kit/errors.ts'
import { formatNumber } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { t } from '../texts.ts'

/** What became of text messages and mails of the last thirty days: counts for each channel. */
export function Messages() {
  const delivery = useRead('getMessageDelivery')
  return (
    <section className="panel system-part" aria-label={t('messages')}>
      <h2>{t('messages')}</h2>
      {delivery.error && <p className="problem">{errorSentence(delivery.error)}</p>}
      {delivery.data?.channels.length === 0 && <p className="quiet">{t('noMessages')}</p>}
      <ul className="system-lines">
        {delivery.data?.channels.map(({ channel, ...counts }) => (
          <li key={channel}>
            <span>{channel === 'sms' ? t('textMessages') : t('mail')}</span>
            <span className="quiet figures">
              {t('messageCounts', {
                delivered: formatNumber(counts.delivered + counts.keptInOutbox),
                waiting: formatNumber(counts.waiting),
                failed: formatNumber(counts.failed + counts.undeliverable),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
