import { Link } from '@tanstack/react-router'
import { bulletinStates, type BulletinRow } from '#contract/reports-bulletins.ts'
import { language } from '../../../i18n/language.ts'
import { formatDay, formatInstant } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { StateTag } from '../parts/state-tag.tsx'
import { t } from '../texts.ts'
import { stateName } from '../words.ts'

/** Bulletins within one’s scope; drafts only for those who write or release them. */
export default function BulletinsPage() {
  const mayWrite = useMay('bulletins.write')
  return (
    <ListPage
      title={t('bulletins')}
      operation="listBulletins"
      filters={[
        {
          kind: 'select',
          name: 'state',
          label: t('state'),
          options: bulletinStates.map((state) => ({ value: state, label: stateName(state) })),
        },
      ]}
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: t('none'), hint: t('noneHint') }}
      actions={
        mayWrite && (
          <LinkButton color="primary" variant="solid" to="/bulletins/new" search={{} as never}>
            {t('write')}
          </LinkButton>
        )
      }
    />
  )
}

function columns(): Column<BulletinRow>[] {
  return [
    {
      key: 'title',
      title: t('title'),
      render: (row) => (
        <Link to={`/bulletins/${row.id}`} search={{} as never}>
          {language() === 'zh' ? row.titleZh : row.titleEn}
        </Link>
      ),
    },
    { key: 'issuer', title: t('issuer'), render: (row) => row.organisationName },
    { key: 'day', title: t('day'), width: 150, render: (row) => formatDay(row.asOf) },
    { key: 'state', title: t('state'), width: 120, render: (row) => <StateTag state={row.state} /> },
    { key: 'changed', title: t('changed'), width: 220, render: (row) => formatInstant(row.changedAt) },
  ]
}
