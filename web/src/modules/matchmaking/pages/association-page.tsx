import '../desk.css'
import '../association.css'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { PageTabs } from '../../../kit/page-tabs.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../association-texts.ts'
import { AssociationMeetings } from '../parts/association-meetings.tsx'
import { AssociationPlan } from '../parts/association-plan.tsx'
import { AssociationTerms } from '../parts/association-terms.tsx'
import { ProgrammeShare } from '../parts/programme-share.tsx'

const parts = ['meetings', 'members', 'plan', 'share'] as const

/** The association of one's own federation: meetings, members, plan, and what may go into a chat group. The tab stands in the address. */
export default function AssociationPage() {
  const { actingAs } = useMe()
  const { tab } = useSearchText()
  const navigate = useNavigate()
  const association = useRead('getAssociation', { organisationId: actingAs?.organisationId ?? '' })
  if (association.error)
    return (
      <Page title={t('association')}>
        <Alert type="info" showIcon icon={<Icon name="info" />} title={errorSentence(association.error)} />
      </Page>
    )
  if (!association.data)
    return (
      <Page title={t('association')}>
        <Skeleton active aria-label={t('loading')} />
      </Page>
    )
  const { data } = association
  const shown = parts.find((part) => part === tab) ?? 'meetings'
  return (
    <Page title={t('association')} note={t('of', { name: data.organisationName })}>
      <PageTabs
        label={t('association')}
        tabs={parts.map((key) => ({ key, name: t(key) }))}
        shown={shown}
        onOpen={(key) => void navigate({ to: '.', search: { tab: key } as never })}
      />
      {shown === 'meetings' && <AssociationMeetings association={data} />}
      {shown === 'members' && <AssociationTerms association={data} />}
      {shown === 'plan' && <AssociationPlan association={data} />}
      {shown === 'share' && <ProgrammeShare federation={data.organisationName} />}
    </Page>
  )
}
