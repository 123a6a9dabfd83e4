import { Link } from '@tanstack/react-router'
import type { CommissionerGap } from '#contract/commissioners.ts'
import { formatNumber } from '../../../kit/format.ts'
import { t } from '../texts.ts'
import { gapName } from '../gap-words.ts'
import '../../organisations/organisations.css'

/** The worklists with their counts; each opens its list. */
export function GapCards({ gaps }: { gaps: readonly { gap: CommissionerGap; count: number }[] }) {
  return (
    <nav className="gap-cards" aria-label={t('worklists')}>
      {gaps.map(({ gap, count }) => (
        <Link key={gap} to="/commissioners/organisations" search={{ gap } as never} className="gap-card">
          <strong className="figures">{formatNumber(count)}</strong>
          <span>{gapName(gap)}</span>
        </Link>
      ))}
    </nav>
  )
}
