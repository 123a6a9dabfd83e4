import { useEffect } from 'react'

const unsaved = new Set<symbol>()

/** While `dirty`, leaving the page by closing, reloading, navigating or switching language asks first. */
export function useUnsavedGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return
    const mark = Symbol('unsaved')
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    unsaved.add(mark)
    addEventListener('beforeunload', ask)
    return () => {
      unsaved.delete(mark)
      removeEventListener('beforeunload', ask)
    }
  }, [dirty])
}

/** Whether anything on the screen is not saved yet. */
export function hasUnsaved(): boolean {
  return unsaved.size > 0
}
