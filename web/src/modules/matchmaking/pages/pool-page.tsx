import '../desk.css'
import type { PoolEntry } from '#contract/matchmaking-desk.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { ageBandName, educationKeys, educationName, sexName } from '../card-words.ts'
import { t } from '../desk-texts.ts'
import { useDistricts } from '../districts.ts'
import { PoolPanel } from '../parts/pool-panel.tsx'

const ageBands = ['20-24', '25-29', '30-34', '35-39', '40-44', '45-49', '50-54', '55-59']

/** The shared pool by coarse facts; a profile is opened one by one. */
export default function PoolPage() {
  const districts = useDistricts()
  return (
    <ListPage
      title={t('pool')}
      operation="listPool"
      above={<p className="page-note">{t('poolNote')}</p>}
      filters={[
        {
          kind: 'select',
          name: 'sex',
          label: t('sex'),
          options: (['female', 'male'] as const).map((sex) => ({ value: sex, label: sexName(sex) })),
        },
        {
          kind: 'select',
          name: 'ageBand',
          label: t('ageBand'),
          options: ageBands.map((band) => ({ value: band, label: ageBandName(band) })),
        },
        {
          kind: 'select',
          name: 'districtCode',
          label: t('district'),
          options: districts.codes.map((code) => ({ value: code, label: districts.name(code) })),
        },
        {
          kind: 'select',
          name: 'education',
          label: t('education'),
          options: educationKeys.map((key) => ({ value: key, label: educationName(key)! })),
        },
        { kind: 'switch', name: 'free', label: t('free') },
      ]}
      columns={columns(districts.name)}
      rowId={(row) => row.profileId}
      empty={{ title: t('poolEmpty'), hint: t('poolEmptyHint') }}
      panel={(id) => ({ title: t('pool'), body: <PoolPanel key={id} profileId={id} /> })}
    />
  )
}

function columns(district: (code: string | null) => string): Column<PoolEntry>[] {
  return [
    { key: 'sex', title: t('sex'), width: 80, render: (row) => sexName(row.sex) },
    { key: 'age', title: t('ageBand'), width: 120, render: (row) => ageBandName(row.ageBand) },
    { key: 'district', title: t('district'), width: 140, render: (row) => district(row.districtCode) },
    { key: 'education', title: t('education'), render: (row) => educationName(row.education) ?? '—' },
    {
      key: 'free',
      title: t('state'),
      width: 120,
      render: (row) => (row.free ? t('freeYes') : t('freeNo')),
    },
  ]
}
