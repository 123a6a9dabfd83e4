import '../home.css'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatNumber } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { gapName } from '../../organisations/words.ts'
import { t } from '../texts.ts'

/** How many organisations stand in each worklist, each leading to its list. */
export default function Worklists() {
  const answer = useRead('listOrganisationGaps', {})
  const gaps = answer.data?.gaps.filter(({ count }) => count > 0) ?? []
  return (
    <section className="panel home-panel" aria-label={t('worklists')}>
      <h2>{t('worklists')}</h2>
      {answer.isPending && <Skeleton active title={false} />}
      {answer.error && <p className="problem">{errorSentence(answer.error)}</p>}
      {answer.data && gaps.length === 0 && (
        <p className="all-well">
          <Icon name="check" />
          {t('noGaps')}
        </p>
      )}
      <ul className="gaps">
        {gaps.map(({ gap, count, days }) => (
          <li key={gap}>
            <Link to="/organisations" search={{ gap } as never}>
              <span>{gapName(gap, days)}</span>
              <span className="figures">{formatNumber(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
