import { useEffect } from 'react'

/** Names the window, also in the task switcher: the page first, then the product. */
export function PageTitle({ children }: { children: string }) {
  useEffect(() => {
    document.title = `${children} · 工会`
  }, [children])
  return null
}
