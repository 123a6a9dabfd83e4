import '../access.css'
import type { Output } from '../../../kit/call.ts'
import { dayBefore, formatDay } from '../../../kit/format.ts'
import { permissionWords } from '../permission-words.ts'
import { t } from '../texts.ts'
import { reachWords, sourceWords } from '../words.ts'

/** Every power of the appointment in use: what, how far, until when, where from. */
export function PowersTable({ items }: { items: Output<'listOwnPowers'>['items'] }) {
  return (
    <div className="powers-scroll" tabIndex={0} role="region" aria-label={t('powers')}>
      <table className="powers-table">
        <thead>
          <tr>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('reach')}</th>
            <th scope="col">{t('until')}</th>
            <th scope="col">{t('source')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((power, index) => (
            <tr key={index}>
              <td>{permissionWords(power.permission)}</td>
              <td>{reachWords(power)}</td>
              <td className="figures">
                {power.endsBefore === null ? t('withTerm') : formatDay(dayBefore(power.endsBefore))}
              </td>
              <td>{sourceWords(power)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
