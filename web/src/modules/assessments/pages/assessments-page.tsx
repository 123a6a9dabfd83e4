import '../assessments.css'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { Period } from '#contract/assessments-schemes.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatAside, formatPeriod } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { PageTabs } from '../../../kit/page-tabs.tsx'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { useRead, useReadWhen } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { PeriodDialog } from '../forms/period-dialog.tsx'
import { StateBar } from '../parts/state-bar.tsx'
import { SchemeList } from '../parts/scheme-list.tsx'
import { t } from '../texts.ts'

/** Periods of assessment, and the schemes they use. */
export default function AssessmentsPage() {
  const manages = useMay('assessments.manage')
  const navigate = useNavigate()
  const { tab } = useSearchText()
  const periods = useRead('listAssessmentPeriods')
  const schemes = useReadWhen(manages, 'listSchemes')
  const [opening, setOpening] = useState(false)
  const shown = manages && tab === 'schemes' ? 'schemes' : 'periods'
  const some = (schemes.data?.items.length ?? 0) > 0
  const tabs = manages ? (['periods', 'schemes'] as const) : (['periods'] as const)
  return (
    <Page
      title={t('title')}
      actions={manages && <Actions shown={shown} some={some} open={() => setOpening(true)} />}
    >
      {tabs.length > 1 && (
        <PageTabs
          label={t('title')}
          tabs={tabs.map((key) => ({ key, name: t(key) }))}
          shown={shown}
          onOpen={(key) => void navigate({ to: '.', search: { tab: key } as never })}
        />
      )}
      {shown === 'schemes' ? <SchemeList answer={schemes} /> : <Periods answer={periods} manages={manages} />}
      {opening && <PeriodDialog schemes={schemes.data?.items ?? []} onClose={() => setOpening(false)} />}
    </Page>
  )
}

interface ActionsProps {
  shown: 'periods' | 'schemes'
  some: boolean
  open: () => void
}

// Without a scheme there is nothing to open a period with.
function Actions({ shown, some, open }: ActionsProps) {
  if (some && shown === 'periods')
    return (
      <Button type="primary" onClick={open}>
        {t('openPeriod')}
      </Button>
    )
  return (
    <Link className="assess-link assess-link-primary" to={'/assessments/schemes/new' as never}>
      {some ? t('newScheme') : t('needScheme')}
    </Link>
  )
}

interface PeriodsProps {
  answer: { data?: { items: Period[] } | undefined; error: Error | null }
  manages: boolean
}

function Periods({ answer: { data, error }, manages }: PeriodsProps) {
  if (error) return <Alert type="info" showIcon icon={<Icon name="info" />} title={errorSentence(error)} />
  if (!data) return <Skeleton active aria-label={t('loading')} />
  const periods = data.items
  if (periods.length === 0)
    return (
      <div className="panel">
        <h2>{t('noPeriods')}</h2>
        <p className="quiet">{manages ? t('noPeriodsHint') : t('noPeriodsBelow')}</p>
      </div>
    )
  return (
    <div className="assess-page">
      {periods.map((period) => (
        <section key={period.id} className="panel" aria-label={period.name}>
          <h2>
            <Link to={`/assessments/periods/${period.id}` as never}>{period.name}</Link>
          </h2>
          <p className="quiet">
            {formatPeriod(period.startsOn, period.endsBefore)} · {period.schemeName}
            {formatAside(t('version', { version: period.schemeVersion }))} · {period.organisationName} ·{' '}
            {period.closedAt === null ? t('running') : t('closed')}
          </p>
          <StateBar states={period.states} />
        </section>
      ))}
    </div>
  )
}
