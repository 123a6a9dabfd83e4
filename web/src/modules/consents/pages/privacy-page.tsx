import '../consents.css'
import { useNavigate } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { Assessments } from '../parts/assessments.tsx'
import { Breaches } from '../parts/breaches.tsx'
import { NoticePart } from '../parts/notice-part.tsx'
import { Purposes } from '../parts/purposes.tsx'
import { RetentionPart } from '../parts/retention-part.tsx'
import { t } from '../texts.ts'

/** The privacy desk of a federation: notice, purposes, retention, impact assessments, breaches. */
export default function PrivacyPage() {
  const search = useSearchText()
  const navigate = useNavigate()
  return (
    <Page title={t('title')} note={t('note')}>
      <Tabs
        tabBarGutter={20}
        activeKey={search.tab ?? 'notice'}
        onChange={(tab) => void navigate({ to: '.', search: { tab } as never, replace: true })}
        items={[
          { key: 'notice', label: t('tabNotice'), children: <NoticePart /> },
          { key: 'purposes', label: t('tabPurposes'), children: <Purposes /> },
          { key: 'retention', label: t('tabRetention'), children: <RetentionPart /> },
          { key: 'assessments', label: t('tabAssessments'), children: <Assessments /> },
          { key: 'breaches', label: t('tabBreaches'), children: <Breaches /> },
        ]}
      />
    </Page>
  )
}
