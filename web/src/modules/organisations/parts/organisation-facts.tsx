import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { NamedOrganisation, OrganisationRow } from '#contract/organisation-shapes.ts'
import { formatDay, formatNumber } from '../../../kit/format.ts'
import { Facts } from '../../../ui/facts.tsx'
import { t } from '../texts.ts'
import { kindName, twoNewName, unionTypeName } from '../words.ts'
import { TermEnd } from './term-end.tsx'

/** What everybody asks of an organisation first. */
export function OrganisationFacts({
  row,
  more = [],
}: {
  row: OrganisationRow
  more?: readonly (readonly [string, ReactNode])[]
}) {
  const kind = [kindName(row.kind), unionTypeName(row.unionType), twoNewName(row.twoNewType)]
  return (
    <Facts
      facts={[
        [t('kind'), kind.filter(Boolean).join(' · ')],
        [t('parent'), <OrganisationLink key="parent" to={row.parent} />],
        ...(row.kind === 'employer'
          ? [[t('union'), <OrganisationLink key="union" to={row.union} />] as const]
          : []),
        [t('street'), row.street ?? t('none')],
        [t('partyBody'), row.partyBody ?? t('none')],
        [t('chair'), row.chair ?? t('none')],
        [t('termEnds'), <TermEnd key="term" before={row.termEndsBefore} />],
        [t('workers'), <Workers key="workers" count={row.workers} />],
        [
          t('members'),
          <span key="members" className="figures">
            {formatNumber(row.members)}
          </span>,
        ],
        [t('directPoint'), row.directPoint ? t('yes') : t('no')],
        [t('uscc'), row.uscc ?? t('none')],
        [t('statCode'), row.statCode],
        [t('inRegisterSince'), formatDay(row.startsOn)],
        ...more,
      ]}
    />
  )
}

/** A link to the page of another organisation. */
export function OrganisationLink({ to }: { to: NamedOrganisation | null }) {
  if (to === null) return <span className="quiet">{t('none')}</span>
  return (
    <Link to={`/organisations/${to.id}` as never} search={{} as never}>
      {to.name}
    </Link>
  )
}

/** Reported workers; whoever has not reported is not zero. */
export function Workers({ count }: { count: number | null }) {
  if (count === null) return <span className="quiet">{t('notReported')}</span>
  return <span className="figures">{formatNumber(count)}</span>
}
