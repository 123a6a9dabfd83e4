import { BarChart } from 'echarts/charts'
import { AriaComponent, GridComponent } from 'echarts/components'
import { init, use as bring } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { barOptions, chartHeight, type Bar, type ChartWords, type Direction } from './chart-options.ts'

// Drawn on canvas: drawings of SVG carry style attributes, which the page's policy does not let pass. The aria part draws the hatching.
bring([BarChart, GridComponent, AriaComponent, CanvasRenderer])

interface CanvasProps {
  bars: readonly Bar[]
  words: ChartWords
  direction: Direction
}

/** The drawing itself, in a piece of script of its own that is loaded with the first chart. */
export default function Canvas({ bars, words, direction }: CanvasProps) {
  const place = useRef<HTMLDivElement>(null)
  const height = chartHeight(bars, direction)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const chart = init(element, null, {
      renderer: 'canvas',
      devicePixelRatio: Math.max(2, devicePixelRatio),
      height,
    })
    const motion = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'none' : 'some'
    const font = getComputedStyle(document.body).fontFamily
    chart.setOption({
      ...barOptions({ bars, words, direction, motion, width: element.clientWidth }),
      textStyle: { fontFamily: font },
    })
    const watch = new ResizeObserver(() => chart.resize({ height }))
    watch.observe(element)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [bars, words, direction, height])
  return <div ref={place} style={{ height }} aria-hidden="true" />
}
