import { formatInstant, formatNumber } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { t } from '../texts.ts'
import { retainedName } from '../words.ts'
import { WithAnswer } from './with-answer.tsx'

/** How long what is kept and why; what the next run would remove, and what the last one did. */
export function RetentionPart() {
  const retention = useRead('getRetention')
  return (
    <WithAnswer answer={retention}>
      {({ rules, lastRunAt }) => (
        <section className="panel privacy-scroll">
          <p>{lastRunAt ? t('lastRun', { at: formatInstant(lastRunAt) }) : t('noRun')}</p>
          <table className="privacy-table">
            <thead>
              <tr>
                <th scope="col">{t('what')}</th>
                <th scope="col">{t('days')}</th>
                <th scope="col">{t('source')}</th>
                <th scope="col">{t('due')}</th>
                <th scope="col">{t('last')}</th>
              </tr>
            </thead>
            <tbody>
              {rules.map((rule) => (
                <tr key={rule.key}>
                  <th scope="row">{retainedName(rule.key)}</th>
                  <td className="figures">{formatNumber(rule.days)}</td>
                  <td>{rule.source}</td>
                  <td className="figures">{rule.removes ? formatNumber(rule.due ?? 0) : t('never')}</td>
                  <td className="figures">
                    {rule.lastRemoved === null ? '' : formatNumber(rule.lastRemoved)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </WithAnswer>
  )
}
