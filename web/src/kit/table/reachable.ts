import { useEffect, useRef, type RefObject } from 'react'

/** A table that scrolls sideways must be reached by keyboard: where nothing in its rows can be, the scrolled part itself can. For what holds the table. */
export function useReachable(rows: unknown): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const body = place.current?.querySelector('.ant-table-body, .ant-table-content')
    if (!body) return
    if (body.querySelector('a, button, input') === null) body.setAttribute('tabindex', '0')
    else body.removeAttribute('tabindex')
  }, [rows])
  return place
}
