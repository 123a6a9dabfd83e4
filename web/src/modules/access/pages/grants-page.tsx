import '../access.css'
import { useNavigate } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { AskForAnother } from '../parts/ask-for-another.tsx'
import { DelegationLine } from '../parts/delegation-line.tsx'
import { PostPowers } from '../parts/post-powers.tsx'
import { t } from '../texts.ts'

/** The desk of the security administrator: what follows from posts, all delegations, and why another can or cannot. */
export default function GrantsPage() {
  const search = useSearchText()
  const navigate = useNavigate()
  return (
    <Page title={t('grants')} note={t('grantsNote')}>
      <Tabs
        tabBarGutter={20}
        activeKey={search.tab ?? 'posts'}
        onChange={(tab) => void navigate({ to: '.', search: { tab } as never, replace: true })}
        items={[
          { key: 'posts', label: t('byPost'), children: <PostPowers /> },
          { key: 'delegations', label: t('allDelegations'), children: <AllDelegations /> },
          { key: 'why', label: t('askOther'), children: <AskForAnother /> },
        ]}
      />
    </Page>
  )
}

function AllDelegations() {
  const { data } = useRead('listDelegations', { limit: 200 })
  return (
    <section className="panel">
      {data?.items.length === 0 && <p className="quiet">{t('noDelegations')}</p>}
      {data?.items.map((one) => (
        <DelegationLine key={one.id} delegation={one} />
      ))}
    </section>
  )
}
