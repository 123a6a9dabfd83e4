import { Link } from '@tanstack/react-router'
import { formatNumber } from '../../../kit/format.ts'
import { useSearchText } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { t } from '../texts.ts'
import { gapName } from '../words.ts'

/** The worklists with their counts; each opens the register filtered by it, the open one closes again. */
export function GapCards() {
  const search = useSearchText()
  const gaps = useRead('listOrganisationGaps', search.parentId ? { parentId: search.parentId } : {})
  if (!gaps.data) return null
  return (
    <nav className="gap-cards" aria-label={t('worklists')}>
      {gaps.data.gaps.map(({ gap, count, days }) => {
        const open = search.gap === gap
        const { gap: _gap, cursor: _cursor, open: _open, ...rest } = search
        return (
          <Link
            key={gap}
            to="/organisations"
            search={(open ? rest : { ...rest, gap }) as never}
            className={open ? 'gap-card gap-card-open' : 'gap-card'}
            aria-current={open ? 'true' : undefined}
          >
            <strong className="figures">{formatNumber(count)}</strong>
            <span>{gapName(gap, days)}</span>
          </Link>
        )
      })}
    </nav>
  )
}
