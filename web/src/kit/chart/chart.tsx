import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import type { Bar, ChartWords, Direction } from './chart-options.ts'

const Canvas = lazy(() => import('./canvas.tsx'))

interface ChartProps {
  /** What the picture shows, for whoever does not see it; the numbers stand in a table beside it. */
  title: string
  bars: readonly Bar[]
  words: ChartWords
  direction: Direction
}

/** Bars with their numbers on them. Its page always has the same numbers in a table. */
export function Chart({ title, ...drawing }: ChartProps) {
  return (
    <figure className="chart" role="img" aria-label={title}>
      <Suspense fallback={<Skeleton active title={false} />}>
        <Canvas {...drawing} />
      </Suspense>
    </figure>
  )
}
