import '../ballots.css'
import { Link } from '@tanstack/react-router'
import { Tag } from 'antd'
import { ballotStates, type BallotRow } from '#contract/ballots-shapes.ts'
import { formatDay } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { ChairVacancies } from '../parts/chair-vacancies.tsx'
import { t } from '../texts.ts'
import { kindName, stateName } from '../words.ts'

/** Elections within scope with where they stand. */
export default function BallotsPage() {
  const mayRun = useMay('ballots.run')
  return (
    <ListPage
      above={<ChairVacancies />}
      title={t('ballots')}
      operation="listBallots"
      filters={[
        {
          kind: 'select',
          name: 'state',
          label: t('state'),
          options: ballotStates.map((state) => ({ value: state, label: stateName(state) })),
        },
      ]}
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: t('none'), hint: t('noneHint') }}
      actions={
        mayRun && (
          <LinkButton color="primary" variant="solid" to="/ballots/new" search={{} as never}>
            {t('plan')}
          </LinkButton>
        )
      }
    />
  )
}

function columns(): Column<BallotRow>[] {
  return [
    {
      key: 'title',
      title: t('title'),
      render: (row) => (
        <Link to={`/ballots/${row.id}`} search={{} as never}>
          {row.title}
        </Link>
      ),
    },
    { key: 'organisation', title: t('organisation'), render: (row) => row.organisationName },
    {
      key: 'kind',
      title: t('kind'),
      width: 160,
      render: (row) => (row.kind === 'recall' ? kindName(row.kind) : `${kindName(row.kind)} · ${row.seats}`),
    },
    { key: 'meetingOn', title: t('meetingOn'), width: 160, render: (row) => formatDay(row.meetingOn) },
    {
      key: 'state',
      title: t('state'),
      width: 170,
      render: (row) => (
        <Tag
          color={row.state === 'confirmed' ? 'success' : row.state === 'voting' ? 'processing' : 'default'}
        >
          {stateName(row.state)}
        </Tag>
      ),
    },
  ]
}
