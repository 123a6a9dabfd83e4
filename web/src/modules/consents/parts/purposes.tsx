import type { PrivacyOverview } from '#contract/consents.ts'
import { formatNumber } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { t } from '../texts.ts'
import { basisName, inLanguage } from '../words.ts'
import { WithAnswer } from './with-answer.tsx'

/** What data are used for, on what ground, and how many agree. */
export function Purposes() {
  const overview = useRead('getPrivacyOverview')
  return (
    <WithAnswer answer={overview}>
      {(data) => (
        <div className="panel privacy-scroll">
          <table className="privacy-table">
            <thead>
              <tr>
                <th scope="col">{t('purpose')}</th>
                <th scope="col">{t('basis')}</th>
                <th scope="col">{t('kinds')}</th>
                <th scope="col">{t('keep')}</th>
                <th scope="col">{t('agreed')}</th>
                <th scope="col">{t('withdrawn')}</th>
              </tr>
            </thead>
            <tbody>
              {data.purposes.map((one) => (
                <PurposeRow key={one.code} purpose={one} least={data.smallestGroup} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </WithAnswer>
  )
}

function PurposeRow({ purpose, least }: { purpose: PrivacyOverview['purposes'][number]; least: number }) {
  const asked = purpose.basis === 'consent' || purpose.separate
  const shown = (count: number | null) => (count === null ? t('few', { least }) : formatNumber(count))
  return (
    <tr>
      <th scope="row">{inLanguage(purpose.name)}</th>
      <td>
        {basisName(purpose.basis)}
        {purpose.separate && ` · ${t('separate')}`}
        <small>{purpose.document}</small>
      </td>
      <td>{inLanguage(purpose.kinds)}</td>
      <td>{inLanguage(purpose.retention)}</td>
      <td className="figures">{asked ? shown(purpose.given) : t('notAsked')}</td>
      <td className="figures">{asked ? shown(purpose.withdrawn) : ''}</td>
    </tr>
  )
}
