import { Link } from '@tanstack/react-router'
import { Button, Tag } from 'antd'
import { honourStates, type Honour } from '#contract/honours.ts'
import { language } from '../../../i18n/language.ts'
import { formatDate } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { useRead } from '../../../kit/query.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { HonourPanel } from '../parts/honour-panel.tsx'
import { t } from '../texts.ts'

const colours = { held: 'success', expired: 'default', revoked: 'error' } as const

/** Honours of people and organisations, the latest first. */
export default function HonoursPage() {
  const mayConfer = useMay('honours.confer')
  const titles = useRead('listHonourTitles')
  return (
    <ListPage
      title={t('title')}
      operation="listHonours"
      above={<p className="page-note list-note">{t('note')}</p>}
      actions={
        mayConfer && (
          <Link to={'/honours/new' as never}>
            <Button type="primary">{t('confer')}</Button>
          </Link>
        )
      }
      filters={[
        { kind: 'search', name: 'q', label: t('search') },
        {
          kind: 'select',
          name: 'title',
          label: t('which'),
          options: (titles.data?.items ?? []).map((each) => ({ value: each.code, label: each[language()] })),
        },
        {
          kind: 'select',
          name: 'state',
          label: t('state'),
          options: honourStates.map((state) => ({ value: state, label: t(state) })),
        },
      ]}
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: t('emptyTitle'), hint: t('emptyHint') }}
      panel={(id) => ({ title: t('title'), body: <HonourPanel key={id} honourId={id} /> })}
    />
  )
}

function columns(): Column<Honour>[] {
  return [
    { key: 'holder', title: t('holder'), render: (row) => row.holderName },
    {
      key: 'title',
      title: t('which'),
      width: 200,
      render: (row) => (language() === 'zh' ? row.titleZh : row.titleEn),
    },
    { key: 'by', title: t('by'), render: (row) => row.organisationName },
    { key: 'document', title: t('documentNo'), width: 190, render: (row) => row.documentNo },
    { key: 'on', title: t('grantedOn'), width: 180, render: (row) => formatDate(row.grantedOn) },
    {
      key: 'state',
      title: t('state'),
      width: 110,
      render: (row) => <Tag color={colours[row.state]}>{t(row.state)}</Tag>,
    },
  ]
}
