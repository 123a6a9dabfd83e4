import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { useRead } from '../../../kit/query.ts'
import { t } from '../texts.ts'
import { OrganisationFacts } from './organisation-facts.tsx'
import { Procedures } from './procedures.tsx'

/** The facts of one organisation beside a list or a tree, with the way to its page. */
export function OrganisationPanel({ organisationId }: { organisationId: string }) {
  const { data, error } = useRead('getOrganisation', { organisationId })
  if (error) return <p>{errorSentence(error)}</p>
  if (!data || data.id !== organisationId) return <Skeleton active title={false} />
  return (
    <>
      <p className="lead">{data.name}</p>
      <OrganisationFacts row={data} />
      <div className="panel-actions organisation-panel-actions">
        <Procedures organisation={data} />
        <Link className="button-link" to={`/organisations/${data.id}` as never} search={{} as never}>
          {t('openPage')}
        </Link>
      </div>
    </>
  )
}
