import '../desk.css'
import '../association.css'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Skeleton, Tabs } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../association-texts.ts'
import { AssociationMeetings } from '../parts/association-meetings.tsx'
import { AssociationPlan } from '../parts/association-plan.tsx'
import { AssociationTerms } from '../parts/association-terms.tsx'
import { ProgrammeShare } from '../parts/programme-share.tsx'

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
  return (
    <Page title={t('association')} note={t('of', { name: data.organisationName })}>
      <Tabs
        activeKey={tab ?? 'meetings'}
        onChange={(key) => void navigate({ to: '.', search: { tab: key } as never })}
        items={[
          { key: 'meetings', label: t('meetings'), children: <AssociationMeetings association={data} /> },
          { key: 'members', label: t('members'), children: <AssociationTerms association={data} /> },
          { key: 'plan', label: t('plan'), children: <AssociationPlan association={data} /> },
          {
            key: 'share',
            label: t('share'),
            children: <ProgrammeShare federation={data.organisationName} />,
          },
        ]}
      />
    </Page>
  )
}
