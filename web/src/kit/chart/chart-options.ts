import { earlierInk, goingOnInk, nowInk, words as wordInk, type Ink } from './palette.ts'

/** One bar, with what it was before where a comparison was asked for; null is a figure that is kept back. */
export interface Bar {
  key: string
  label: string
  value: number | null
  earlier?: number | null
  /** Of days that are not over: the bar may still grow, and is hatched. */
  isGoingOn?: boolean
}

/** Columns for what follows in time, rows for what has long names. */
export type Direction = 'columns' | 'rows'

/** How numbers are written on bars, what stands there instead of one, and beside the number of what was before. */
export interface ChartWords {
  number: (value: number) => string
  hidden: string
  earlier: string
}

interface Drawing {
  bars: readonly Bar[]
  words: ChartWords
  direction: Direction
  motion: 'some' | 'none'
  /** Of the place it is drawn in, in px: names may take a third of it. */
  width: number
}

/** More rows than this are a list, not a picture: the table beside the chart has them all. */
export const mostRows = 20

const rowHeight = 30
const columnsHeight = 8 * rowHeight + 12

/** How high a chart must be, in px. */
export function chartHeight(bars: readonly Bar[], direction: Direction): number {
  if (direction === 'columns') return columnsHeight
  const each = isCompared(bars) ? rowHeight * 1.7 : rowHeight
  return Math.min(bars.length, mostRows) * each + 12
}

/** What ECharts draws: bars with their numbers on them, no legend, no box that follows the mouse. */
export function barOptions({ bars, words, direction, motion, width }: Drawing) {
  const shown = direction === 'rows' ? bars.slice(0, mostRows) : bars
  const names = {
    type: 'category' as const,
    data: shown.map(({ label }) => label),
    inverse: direction === 'rows',
    axisTick: { show: false },
    axisLine: { lineStyle: { color: wordInk.line } },
    axisLabel: {
      color: wordInk.quiet,
      fontSize: 13,
      interval: 0,
      ...(direction === 'rows'
        ? {
            width: namesWidth(width),
            lineHeight: 14,
            overflow: 'break' as const,
          }
        : { hideOverlap: true }),
    },
  }
  const numbers = { type: 'value' as const, show: false, splitLine: { show: false } }
  const position = direction === 'rows' ? ('right' as const) : ('top' as const)
  const now = seriesOf(
    nowInk,
    position,
    shown.map(({ value, isGoingOn }) => ({
      ...numberWords(value, words),
      ...(isGoingOn ? { itemStyle: styleOf(goingOnInk) } : {}),
    })),
  )
  const earlier = seriesOf(
    earlierInk,
    position,
    shown.map((bar) => earlierWords(bar.earlier ?? null, words, direction)),
  )
  return {
    animation: motion === 'some',
    animationDuration: 300,
    grid: {
      left: 4,
      right: direction !== 'rows' ? 4 : isCompared(shown) ? 84 : 64,
      top: direction === 'rows' ? 4 : 30,
      bottom: 4,
      containLabel: true,
    },
    aria: { enabled: false },
    xAxis: direction === 'rows' ? numbers : names,
    yAxis: direction === 'rows' ? names : numbers,
    series: isCompared(shown) ? [now, earlier] : [now],
  }
}

/** Names take a third of the place; on a phone less, or nothing would be left for the bars. */
function namesWidth(width: number): number {
  return width < 480
    ? Math.max(84, Math.round(width * 0.28))
    : Math.min(260, Math.max(150, Math.round(width / 3)))
}

/** Whether any bar has one from before beside it. */
function isCompared(bars: readonly Bar[]): boolean {
  return bars.some(({ earlier }) => earlier !== undefined)
}

type Datum = { value: number; label: { formatter: string }; itemStyle?: ReturnType<typeof styleOf> }

function seriesOf(ink: Ink, position: 'right' | 'top', data: Datum[]) {
  return {
    type: 'bar' as const,
    barMaxWidth: position === 'right' ? 16 : 44,
    barGap: '12%',
    itemStyle: styleOf(ink),
    label: { show: true, position, color: wordInk.strong, fontSize: 13 },
    emphasis: { disabled: true },
    data,
  }
}

function styleOf(ink: Ink) {
  return {
    color: ink.fill,
    borderColor: ink.edge,
    borderWidth: ink.hatch === null ? 0 : 1.5,
    borderRadius: 2,
    ...(ink.hatch === null ? {} : { decal: hatching(ink.hatch) }),
  }
}

function hatching(color: string) {
  return { symbol: 'rect', color, dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4 }
}

function numberWords(value: number | null, { hidden, number }: ChartWords): Datum {
  return { value: value ?? 0, label: { formatter: value === null ? hidden : number(value) } }
}

function earlierWords(value: number | null, words: ChartWords, direction: Direction): Datum {
  const datum = numberWords(value, words)
  const apart = direction === 'rows' ? ' ' : '\n'
  return { ...datum, label: { formatter: `${datum.label.formatter}${apart}${words.earlier}` } }
}
