import { Link } from '@tanstack/react-router'
import { errorSentence } from '../../../kit/errors.ts'
import { useRead } from '../../../kit/query.ts'
import { t } from '../pool-texts.ts'
import { reasonWords } from '../pool-words.ts'

const shown = 5

/** The people of the pool who fit an organisation best, with reasons; each can be appointed from here. */
export function VacancyMatches({ organisationId }: { organisationId: string }) {
  const matches = useRead('listVacancyMatches', { organisationId })
  if (matches.error) return <p className="problem">{errorSentence(matches.error)}</p>
  if (!matches.data) return null
  const { items } = matches.data
  return (
    <section className="panel">
      <h2>{t('matches')}</h2>
      <p className="quiet">{items.length === 0 ? t('noMatches') : t('matchesHint')}</p>
      <ol className="matches">
        {items.slice(0, shown).map(({ talent, points, reasons }) => (
          <li key={talent.id}>
            <div>
              <strong>{talent.name}</strong> <span className="quiet">{talent.recommendedBy.name}</span>
              <p>{reasons.map(reasonWords).join(' · ')}</p>
            </div>
            <span className="figures">{t('points', { count: points })}</span>
            <Link
              className="button-link"
              to="/commissioners/organisations/$twoNewId/appoint"
              params={{ twoNewId: organisationId } as never}
              search={{ talentId: talent.id } as never}
            >
              {t('appoint')}
            </Link>
          </li>
        ))}
      </ol>
      <Link to="/commissioners/pool" search={{} as never}>
        {t('openPool')}
      </Link>
    </section>
  )
}
