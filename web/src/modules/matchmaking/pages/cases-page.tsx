import '../desk.css'
import { Link } from '@tanstack/react-router'
import { Tag } from 'antd'
import type { CaseRow } from '#contract/matchmaking-desk.ts'
import { formatDay } from '../../../kit/format.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { ageBandName, sexName } from '../card-words.ts'
import { t } from '../desk-texts.ts'
import { useDistricts } from '../districts.ts'

/** The people a matchmaker looks after, the longest without a step first. */
export default function CasesPage() {
  const districts = useDistricts()
  return (
    <ListPage
      title={t('cases')}
      operation="listCases"
      filters={[
        {
          kind: 'select',
          name: 'state',
          label: t('state'),
          options: [
            { value: 'open', label: t('openCases') },
            { value: 'ended', label: t('endedCases') },
          ],
        },
      ]}
      columns={columns(districts.name)}
      rowId={(row) => row.id}
      empty={{
        title: t('casesEmpty'),
        hint: t('casesEmptyHint'),
        action: <Link to={'/matchmaking/pool' as never}>{t('pool')}</Link>,
      }}
    />
  )
}

function columns(district: (code: string | null) => string): Column<CaseRow>[] {
  return [
    {
      key: 'nickname',
      title: t('nickname'),
      width: 160,
      render: (row) => <Link to={`/matchmaking/cases/${row.id}` as never}>{row.nickname ?? t('gone')}</Link>,
    },
    {
      key: 'facts',
      title: t('facts'),
      render: (row) =>
        [row.sex && sexName(row.sex), row.ageBand && ageBandName(row.ageBand), district(row.districtCode)]
          .filter(Boolean)
          .join(' · '),
    },
    { key: 'opened', title: t('openedOn'), width: 150, render: (row) => formatDay(row.openedOn) },
    { key: 'step', title: t('lastStep'), width: 150, render: (row) => formatDay(row.lastStepOn) },
    {
      key: 'introductions',
      title: t('introductions'),
      width: 100,
      align: 'figures',
      render: (row) => row.introductions,
    },
    {
      key: 'state',
      title: t('state'),
      width: 140,
      render: (row) => {
        if (row.hidden) return <Tag>{t('isHidden')}</Tag>
        return row.quiet ? <span className="ends-soon">{t('isQuiet')}</span> : t('goOn')
      },
    },
  ]
}
