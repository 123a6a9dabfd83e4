import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Measure, MeasureAnswer, MeasureGroup } from '#contract/measures.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'
import { changeWords, columnName, daysWords, measureName, totalWords, valueColumn } from '../words.ts'

interface FigureTableProps {
  measure: Measure
  answer: MeasureAnswer
  by: string
  /** How a part is shown: its name, or a way further down. */
  part?: (group: MeasureGroup) => ReactNode
}

type Key = 'label' | 'value' | 'earlier' | 'change'
interface Order {
  key: Key
  direction: 'up' | 'down'
}

/** The parts of a figure, named as they are shown, with their numbers, in the order one likes; parts with none are folded away. */
export function FigureTable({ measure, answer, by, part }: FigureTableProps) {
  const [order, setOrder] = useState<Order>()
  const [withZero, showZero] = useState(false)
  const groups = answer.groups ?? []
  // A year with nothing in it belongs between the others; a unit or kind with nothing only makes the list long.
  const none = by === 'year' ? [] : groups.filter(isNone)
  const shown = inOrder(withZero ? groups : groups.filter((group) => !none.includes(group)), order)
  const head = { order, onOrder: setOrder }
  const { earlier } = answer
  return (
    <>
      <table className="bars">
        <caption className="seen-by-reader">{measureName(measure)}</caption>
        <thead>
          <tr>
            <Head {...head} column="label" title={columnName(by)} />
            <Head {...head} column="value" title={valueColumn(measureName(measure), measure.unit)} />
            {earlier && <Head {...head} column="earlier" title={daysWords(earlier)} />}
            {earlier && <Head {...head} column="change" title={t('change')} />}
          </tr>
        </thead>
        <tbody>
          {shown.map((group) => (
            <tr key={group.key}>
              <th scope="row">{part?.(group) ?? group.label}</th>
              <td className="bars-value figures">{totalWords(group.value, measure.unit)}</td>
              {earlier && (
                <td className="bars-value figures">{totalWords(group.earlier ?? null, measure.unit)}</td>
              )}
              {earlier && (
                <td className="bars-value figures">{changeWords(group.change ?? null, measure.unit)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {none.length > 0 && (
        <p className="quiet not-printed">
          {t('zeroUnits', { count: none.length })}
          <Button type="link" onClick={() => showZero(!withZero)}>
            {withZero ? t('hideZero') : t('showZero')}
          </Button>
        </p>
      )}
    </>
  )
}

interface HeadProps {
  column: Key
  title: string
  order: Order | undefined
  onOrder: (order: Order) => void
}

function Head({ column, title, order, onOrder }: HeadProps) {
  const isUp = order?.key === column && order.direction === 'up'
  const sorted = order?.key === column ? (isUp ? 'ascending' : 'descending') : undefined
  const next = sorted === 'descending' || (sorted === undefined && column === 'label') ? 'up' : 'down'
  return (
    <th scope="col" aria-sort={sorted} className={column === 'label' ? '' : 'bars-value'}>
      <button type="button" className="bars-order" onClick={() => onOrder({ key: column, direction: next })}>
        {title}
        {sorted && (
          <span className={isUp ? 'bars-up' : ''}>
            <Icon name="down" size={14} />
          </span>
        )}
      </button>
    </th>
  )
}

function isNone(group: MeasureGroup): boolean {
  return group.value === 0 && (group.earlier ?? 0) === 0
}

/** As the server gave them, or by a column; what is kept back comes last. */
function inOrder(groups: readonly MeasureGroup[], order: Order | undefined): readonly MeasureGroup[] {
  if (order === undefined) return groups
  const { key, direction } = order
  const sign = direction === 'up' ? 1 : -1
  const last = sign * Infinity
  return [...groups].sort((a, b) =>
    key === 'label'
      ? sign * a.label.localeCompare(b.label, 'zh-CN')
      : sign * ((a[key] ?? last) - (b[key] ?? last)) || 0,
  )
}
