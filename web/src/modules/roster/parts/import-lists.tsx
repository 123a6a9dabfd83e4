import type { ImportCounts, RosterImport } from '#contract/roster.ts'
import { useNavigate } from '@tanstack/react-router'
import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { formatNumber } from '../../../kit/format.ts'
import { useSearchText } from '../../../kit/params.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { t } from '../row-texts.ts'
import { listHint, listWords, type ListName } from '../words.ts'
import { FixGrid } from './fix-grid.tsx'
import { LeaversTable } from './leavers-table.tsx'
import { RowsTable } from './rows-table.tsx'

const typingPauseMs = 300

/** The rows by what is to become of them: a card for each, and below it the rows of the card that is chosen. */
export function ImportLists({ imported, counts }: { imported: RosterImport; counts: ImportCounts }) {
  const search = useSearchText()
  const navigate = useNavigate()
  const cards = cardsOf(imported, counts)
  const [opened] = useState(() => firstOf(cards))
  const list = cards.find(({ name }) => name === search.list)?.name ?? opened
  const go = (change: Record<string, string>) =>
    void navigate({ to: '.', search: { list, ...change } as never, replace: true, resetScroll: false })
  return (
    <section className="import-lists" aria-label={t('lists')}>
      <div className="import-cards">
        {cards.map((card) => (
          <button
            key={card.name}
            type="button"
            aria-pressed={card.name === list}
            className={`import-card import-card-${card.tone}`}
            onClick={() => go({ list: card.name })}
          >
            <span>
              <Icon name={card.icon} size={16} />
              {listWords(card.name)}
            </span>
            <strong className="figures">{formatNumber(card.count)}</strong>
            <small>{listHint(card.name, imported)}</small>
          </button>
        ))}
      </div>
      {list !== 'leavers' && (
        <FindRow
          label={imported.kind === 'roster' ? t('search') : t('searchUnits')}
          value={search.q ?? ''}
          change={(q) => go({ q })}
        />
      )}
      <Rows imported={imported} list={list} q={search.q ?? ''} />
    </section>
  )
}

function Rows({ imported, list, q }: { imported: RosterImport; list: ListName; q: string }) {
  if (list === 'leavers') return <LeaversTable importId={imported.id} />
  const waits = list === 'review' || list === 'rejected' || list === 'left_out'
  // Another list is another grid: nothing typed in one may turn up in the next.
  const key = `${list} ${q}`
  return waits && imported.state === 'ready' ? (
    <FixGrid key={key} imported={imported} list={list} q={q} />
  ) : (
    <RowsTable key={key} imported={imported} list={list} q={q} />
  )
}

function FindRow({ label, value, change }: { label: string; value: string; change: (text: string) => void }) {
  const [typed, setTyped] = useState(value)
  useEffect(() => {
    if (typed.trim() === value) return
    const timer = setTimeout(() => change(typed.trim()), typingPauseMs)
    return () => clearTimeout(timer)
  })
  return (
    <Input
      aria-label={label}
      placeholder={label}
      prefix={<Icon name="search" size={16} />}
      allowClear
      value={typed}
      maxLength={50}
      className="filter-search"
      onChange={(event) => setTyped(event.target.value)}
    />
  )
}

interface Card {
  name: ListName
  count: number
  icon: IconName
  tone: 'due' | 'done' | 'quiet'
}

function cardsOf(imported: RosterImport, counts: ImportCounts): Card[] {
  const left = imported.undo?.rowsLeft ?? 0
  const always: Card[] = [
    { name: 'rejected', count: counts.rejected, icon: 'warn', tone: 'due' },
    { name: 'review', count: counts.review, icon: 'eye', tone: 'due' },
    { name: 'new', count: counts.new, icon: 'person', tone: 'done' },
    { name: 'changed', count: counts.changed, icon: 'swap', tone: 'done' },
    { name: 'same', count: counts.same, icon: 'check', tone: 'quiet' },
  ]
  const sometimes: Card[] = [
    { name: 'transfer', count: counts.transfer, icon: 'next', tone: 'due' },
    { name: 'leavers', count: counts.leavers, icon: 'leave', tone: 'due' },
    { name: 'left_out', count: counts.left_out, icon: 'close', tone: 'quiet' },
    { name: 'left', count: left, icon: 'clock', tone: 'due' },
  ]
  return [...always, ...sometimes.filter(({ count }) => count > 0)].map((card) =>
    card.count === 0 ? { ...card, tone: 'quiet' } : card,
  )
}

// What waits for the officer comes first; what an undo left comes before everything.
function firstOf(cards: readonly Card[]): ListName {
  const filled = (name: ListName) => cards.some((card) => card.name === name && card.count > 0)
  const order: ListName[] = ['left', 'rejected', 'review', 'new', 'changed', 'same']
  return order.find(filled) ?? 'new'
}
