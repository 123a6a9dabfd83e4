import '../commissioners.css'
import { Button } from 'antd'
import { useState } from 'react'
import { talentSkills, type Talent } from '#contract/commissioners-pool.ts'
import { formatDay, formatList, formatNumber } from '../../../kit/format.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { RecommendDialog } from '../forms/recommend-dialog.tsx'
import { TalentPanel } from '../parts/talent-panel.tsx'
import { t } from '../pool-texts.ts'
import { skillName } from '../skill-words.ts'

/** 人才库: who could become a commissioner, as far as one may see them. */
export default function PoolPage() {
  const [adding, setAdding] = useState(false)
  return (
    <>
      <ListPage
        title={t('pool')}
        operation="listTalents"
        filters={[
          { kind: 'search', name: 'q', label: t('search') },
          {
            kind: 'select',
            name: 'skill',
            label: t('skill'),
            options: talentSkills.map((skill) => ({ value: skill, label: skillName(skill) })),
          },
          { kind: 'switch', name: 'fullTime', label: t('fullTime') },
        ]}
        columns={columns()}
        rowId={(row) => row.id}
        empty={{ title: t('emptyPool'), hint: t('emptyPoolHint') }}
        actions={
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('recommend')}
          </Button>
        }
        panel={(id) => ({ title: t('pool'), body: <TalentPanel key={id} talentId={id} /> })}
      />
      {adding && <RecommendDialog onClose={() => setAdding(false)} />}
    </>
  )
}

function columns(): Column<Talent>[] {
  return [
    { key: 'name', title: t('name'), width: 110, render: (row) => row.name },
    { key: 'by', title: t('recommendedBy'), width: 190, render: (row) => row.recommendedBy.name },
    { key: 'skills', title: t('skills'), width: 190, render: (row) => formatList(row.skills.map(skillName)) },
    {
      key: 'hours',
      title: t('trainedHours'),
      width: 110,
      align: 'figures',
      render: (row) => formatNumber(row.trainedHours),
    },
    { key: 'from', title: t('availableFrom'), width: 130, render: (row) => formatDay(row.availableFrom) },
    { key: 'full', title: t('fullTime'), width: 100, render: (row) => (row.fullTime ? t('yes') : t('no')) },
    {
      key: 'posts',
      title: t('posts'),
      width: 80,
      align: 'figures',
      render: (row) => formatNumber(row.postsHeld),
    },
    {
      key: 'shared',
      title: t('shared'),
      width: 130,
      render: (row) => (row.shared ? t('sharedYes') : t('sharedNo')),
    },
  ]
}
