import '../funds.css'
import { Link, useNavigate } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDate, formatMoney } from '../../../kit/format.ts'
import { PageTabs } from '../../../kit/page-tabs.tsx'
import { Page } from '../../../kit/page.tsx'
import { useParam, useSearchText } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { PointDemonstration } from '../parts/point-demonstration.tsx'
import { PointHands } from '../parts/point-hands.tsx'
import { PointMoney } from '../parts/point-money.tsx'
import { PointReports } from '../parts/point-reports.tsx'
import { RuleList } from '../parts/rule-list.tsx'
import { p } from '../point-texts.ts'
import { word } from '../words.ts'

/** One directly managed point in a year: three shares with vouchers, reports over the five linked areas, designation. */
export default function PointPage() {
  const grantId = useParam('grantId')
  const { tab = 'money' } = useSearchText()
  const navigate = useNavigate()
  const { data, error, isPending } = useRead('getDirectPoint', { grantId })
  const show = (key: string) => void navigate({ to: '.', search: { tab: key } as never, replace: true })
  return (
    <Page
      title={data?.organisationName ?? p('title')}
      note={
        data &&
        [
          data.year,
          word('level', data.level),
          formatMoney(data.totalFen),
          data.documentNo,
          word('pointState', data.state),
          ...(data.demonstrationUntil === null
            ? []
            : [`★ ${p('until', { day: formatDate(data.demonstrationUntil) })}`]),
        ].join(' · ')
      }
      actions={<Link to={'/direct-points' as never}>{p('back')}</Link>}
    >
      {isPending && <Skeleton active />}
      {error && <p className="problem">{errorSentence(error)}</p>}
      {data && (
        <>
          <PointHands point={data} />
          <PageTabs
            label={data.organisationName}
            shown={tab}
            onOpen={show}
            tabs={[
              { key: 'money', name: p('money') },
              { key: 'reports', name: p('areas') },
              { key: 'demonstration', name: p('demonstration') },
            ]}
          />
          {tab === 'money' && (
            <>
              <PointMoney point={data} />
              <RuleList title={p('rules')} rules={data.rules} />
            </>
          )}
          {tab === 'reports' && <PointReports point={data} />}
          {tab === 'demonstration' && <PointDemonstration point={data} />}
        </>
      )}
    </Page>
  )
}
