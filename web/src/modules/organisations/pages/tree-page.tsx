import { useNavigate } from '@tanstack/react-router'
import { Alert, Checkbox, DatePicker, Skeleton, Tree } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import type { TreeNode } from '#contract/organisation-shapes.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatNumber } from '../../../kit/format.ts'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { queryOf, useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { OrganisationPanel } from '../parts/organisation-panel.tsx'
import { t } from '../texts.ts'
import { kindName } from '../words.ts'
import '../organisations.css'

interface Branch {
  key: string
  title: ReactNode
  isLeaf: boolean
  children?: Branch[]
}

/** Who leads whom, level by level, on any day; the day, the choice and what is shown stand in the address. */
export default function TreePage() {
  const search = useSearchText()
  const navigate = useNavigate()
  const go = (next: Record<string, string | undefined>) => {
    const kept = Object.entries({ ...search, ...next }).filter(([, value]) => value)
    void navigate({ to: '/organisations/tree', search: Object.fromEntries(kept) as never, replace: true })
  }
  return (
    <Page title={t('tree')} note={t('treeNote')}>
      <search className="filters" aria-label={t('tree')}>
        <DatePicker
          aria-label={t('asOf')}
          placeholder={t('asOf')}
          value={search.asOf ? dayjs(search.asOf) : null}
          onChange={(day) => go({ asOf: day ? day.format('YYYY-MM-DD') : undefined })}
        />
        <Checkbox
          checked={search.employers === 'with'}
          onChange={(event) => go({ employers: event.target.checked ? 'with' : undefined })}
        >
          {t('showEmployers')}
        </Checkbox>
      </search>
      <div className="tree-and-panel">
        <section className="panel tree-panel" aria-label={t('tree')}>
          <LazyTree
            key={`${search.asOf ?? ''} ${search.employers ?? ''}`}
            asOf={search.asOf}
            employers={search.employers === 'with' ? 'with' : 'without'}
            chosen={search.open}
            onChoose={(id) => go({ open: id })}
          />
        </section>
        <section className="panel tree-facts" aria-label={t('overview')}>
          {search.open ? (
            <OrganisationPanel organisationId={search.open} />
          ) : (
            <p className="quiet">{t('chooseInTree')}</p>
          )}
        </section>
      </div>
    </Page>
  )
}

interface LazyTreeProps {
  asOf: string | undefined
  employers: 'with' | 'without'
  chosen: string | undefined
  onChoose: (id: string) => void
}

function LazyTree({ asOf, employers, chosen, onChoose }: LazyTreeProps) {
  const client = useQueryClient()
  const question = { employers, ...(asOf ? { asOf } : {}) }
  const top = useRead('getOrganisationTree', question)
  const [loaded, setLoaded] = useState<ReadonlyMap<string, readonly TreeNode[]>>(new Map())
  if (top.error)
    return <Alert type="error" showIcon icon={<Icon name="warn" />} title={errorSentence(top.error)} />
  if (!top.data) return <Skeleton active title={false} paragraph={{ rows: 8 }} />
  if (top.data.items.length === 0) return <p className="quiet">{t('treeEmpty')}</p>

  const load = async (parentId: string) => {
    const { items } = await client.fetchQuery(queryOf('getOrganisationTree', { ...question, parentId }))
    setLoaded((before) => new Map(before).set(parentId, items))
  }
  const branchOf = (node: TreeNode): Branch => {
    const children = loaded.get(node.id)
    return {
      key: node.id,
      title: <NodeTitle node={node} />,
      isLeaf: node.children === 0,
      ...(children ? { children: children.map(branchOf) } : {}),
    }
  }
  return (
    <Tree
      blockNode
      showLine
      treeData={top.data.items.map(branchOf)}
      selectedKeys={chosen ? [chosen] : []}
      onSelect={([id]) => id !== undefined && onChoose(String(id))}
      loadData={(branch) => load(branch.key)}
      {...(top.data.items.length === 1 ? { defaultExpandedKeys: [top.data.items[0]!.id] } : {})}
    />
  )
}

function NodeTitle({ node }: { node: TreeNode }) {
  const counts = [
    ...(node.below > 0 ? [t('countBelow', { count: formatNumber(node.below) })] : []),
    ...(node.members > 0 ? [t('countMembers', { count: formatNumber(node.members) })] : []),
  ]
  return (
    <span className="tree-node">
      <span>{node.name}</span>
      <small>{kindName(node.kind)}</small>
      <small className="figures">{counts.join(' · ')}</small>
    </span>
  )
}
