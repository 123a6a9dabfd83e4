import '../../home/home.css'
import { Link } from '@tanstack/react-router'
import { formatNumber } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { t } from '../texts.ts'

/** The security administrator's desk: how accounts stand, each figure leading to its list. */
export default function AccountsDesk() {
  const all = useRead('listAccounts', { limit: 1 })
  const locked = useRead('listAccounts', { state: 'locked', limit: 1 })
  const without = useRead('listAccounts', { holder: 'with_post', twoStep: 'off', state: 'open', limit: 1 })
  const lines = [
    { label: t('total'), count: all.data?.total, search: {} },
    { label: t('lockedNow'), count: locked.data?.total, search: { state: 'locked' } },
    {
      label: t('officersWithout'),
      count: without.data?.total,
      search: { holder: 'with_post', twoStep: 'off', state: 'open' },
    },
  ]
  return (
    <section className="panel home-panel" aria-label={t('accounts')}>
      <h2>{t('accounts')}</h2>
      <p className="quiet">{t('deskHint')}</p>
      <ul className="gaps">
        {lines.map(({ label, count, search }) => (
          <li key={label}>
            <Link to="/accounts" search={search as never}>
              <span>{label}</span>
              <span className="figures">{count === undefined ? '' : formatNumber(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
