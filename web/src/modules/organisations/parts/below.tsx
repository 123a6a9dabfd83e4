import { Link } from '@tanstack/react-router'
import type { Link as Tie, Organisation } from '#contract/organisation-shapes.ts'
import { formatPeriod } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { t } from '../texts.ts'
import { kindName, tieName } from '../words.ts'
import { OrganisationLink } from './organisation-facts.tsx'

/** What an organisation leads and covers now, where it stood over time, and its other ties. */
export function BelowAndCovered({ organisation }: { organisation: Organisation }) {
  return (
    <div className="organisation-columns">
      <section className="panel">
        <Children organisation={organisation} />
      </section>
      <div>
        {(organisation.coverages.length > 0 || covers.includes(organisation.kind)) && (
          <section className="panel organisation-section">
            <h2>{organisation.kind === 'employer' ? t('coveringUnions') : t('coveredEmployers')}</h2>
            {organisation.coverages.length === 0 ? (
              <p className="quiet">{t('noCoverage')}</p>
            ) : (
              <Ties ties={organisation.coverages} />
            )}
          </section>
        )}
        {organisation.leads.length > 0 && (
          <section className="panel organisation-section">
            <h2>{t('placesOverTime')}</h2>
            <Ties ties={organisation.leads} />
          </section>
        )}
        {organisation.affiliations.length > 0 && (
          <section className="panel organisation-section">
            <h2>{t('ties')}</h2>
            <Ties ties={organisation.affiliations} />
          </section>
        )}
      </div>
    </div>
  )
}

function Children({ organisation }: { organisation: Organisation }) {
  const children = useRead('getOrganisationTree', { parentId: organisation.id })
  return (
    <>
      <h2>{t('directChildren', { count: organisation.childCount })}</h2>
      <ul className="dated-lines">
        {children.data?.items.slice(0, 100).map((node) => (
          <li key={node.id}>
            <OrganisationLink to={node} />
            <span>{kindName(node.kind)}</span>
          </li>
        ))}
      </ul>
      <p>
        <Link to="/organisations" search={{ parentId: organisation.id } as never}>
          {t('listBelow')}
        </Link>
      </p>
    </>
  )
}

function Ties({ ties }: { ties: readonly Tie[] }) {
  return (
    <ul className="dated-lines">
      {ties.map((tie) => (
        <li key={tie.id}>
          <span>
            <OrganisationLink to={tie.other} />{' '}
            {tie.kind !== 'leads' && tie.kind !== 'covers' && tieName(tie.kind)}
          </span>
          <span className="figures">{formatPeriod(tie.startsOn, tie.endsBefore)}</span>
        </li>
      ))}
    </ul>
  )
}

// Whoever can cover or be covered; others have that part only if they ever had it.
const covers = ['basic_union', 'employer']
