import { useSyncExternalStore, type MouseEvent, type ReactNode } from 'react'

/** The phone pages live below this. */
const phoneBase = '/me'

const listeners = new Set<() => void>()

/** The path below `/me` that is open now, without its query: `/`, `/card`, `/events/7`. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, currentPath)
}

/** Goes to a path below `/me`; the way back leads here. */
function goTo(path: string): void {
  history.pushState({ inside: true }, '', phoneBase + (path === '/' ? '' : path))
  scrollTo(0, 0)
  for (const tell of listeners) tell()
}

/** One step back inside the app; from a page that was opened directly, to where the tab begins. */
export function goBack(fallback: string): void {
  if ((history.state as { inside?: boolean } | null)?.inside) history.back()
  else goTo(fallback)
}

/** A link to a path below `/me` that does not load the page anew. */
export function PhoneLink({
  to,
  className,
  current,
  children,
}: {
  to: string
  className?: string
  current?: boolean
  children: ReactNode
}) {
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    goTo(to)
  }
  return (
    <a
      href={phoneBase + (to === '/' ? '' : to)}
      className={className}
      aria-current={current ? 'page' : undefined}
      onClick={open}
    >
      {children}
    </a>
  )
}

function currentPath(): string {
  return location.pathname.slice(phoneBase.length) || '/'
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('popstate', listener)
  }
}
