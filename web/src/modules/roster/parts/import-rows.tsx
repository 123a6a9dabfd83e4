import type { ImportCounts, RosterImport } from '#contract/roster.ts'
import { useNavigate } from '@tanstack/react-router'
import { Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useSearchText } from '../../../kit/params.ts'
import { Icon } from '../../../ui/icon.tsx'
import { tabHint, type Tab } from '../words.ts'
import { t } from '../texts.ts'
import { FixGrid } from './fix-grid.tsx'
import { LeaversTable } from './leavers-table.tsx'
import { RowsTable } from './rows-table.tsx'
import { TabCards } from './tab-cards.tsx'

/** The rows of an import by what is to become of them; those that wait can be mended in place. */
export function ImportRows({ imported, counts }: { imported: RosterImport; counts: ImportCounts }) {
  const tabs = tabsOf(imported, counts)
  const search = useSearchText()
  const navigate = useNavigate()
  const tab = tabs.find((each) => each.tab === search.list)?.tab ?? firstTab(tabs)
  const [q, setQ] = useState('')
  const typed = useDeferredValue(q)
  const go = (list: Tab) =>
    void navigate({ to: '.', search: { list } as never, replace: true, resetScroll: false })
  return (
    <section>
      <TabCards tabs={tabs} active={tab} onChoose={go} />
      <div className="import-rows-head">
        <p className="page-note">{tabHint(tab)}</p>
        {tab !== 'leavers' && (
          <Input
            aria-label={t('search')}
            placeholder={t('search')}
            prefix={<Icon name="search" size={16} />}
            allowClear
            value={q}
            className="filter-search"
            onChange={(event) => setQ(event.target.value)}
          />
        )}
      </div>
      <List imported={imported} tab={tab} q={typed.trim()} />
    </section>
  )
}

function List({ imported, tab, q }: { imported: RosterImport; tab: Tab; q: string }) {
  const key = `${tab} ${q}`
  if (tab === 'leavers') return <LeaversTable importId={imported.id} />
  const mendable =
    imported.state === 'ready' && (tab === 'review' || tab === 'rejected' || tab === 'left_out')
  if (mendable) return <FixGrid key={key} importId={imported.id} tab={tab} q={q} />
  return <RowsTable key={key} importId={imported.id} tab={tab} q={q} />
}

/** What a tab shows of itself. */
export interface TabCount {
  tab: Tab
  count: number
}

function tabsOf(imported: RosterImport, counts: ImportCounts): TabCount[] {
  const always: Tab[] = ['new', 'changed', 'same', 'review', 'rejected']
  const others: Tab[] = ['transfer', 'left_out', 'leavers']
  const left = imported.undo?.rowsLeft ?? 0
  const countOf = (tab: Tab) => (tab === 'left' ? left : counts[tab])
  const shown = [
    ...always,
    ...others.filter((tab) => countOf(tab) > 0),
    ...(left > 0 ? (['left'] as const) : []),
  ]
  return shown.map((tab) => ({ tab, count: countOf(tab) }))
}

// What waits for the officer comes first.
function firstTab(tabs: readonly TabCount[]): Tab {
  const order: Tab[] = ['left', 'review', 'rejected', 'new', 'changed']
  return order.find((tab) => tabs.some((each) => each.tab === tab && each.count > 0)) ?? 'new'
}
