import { useSyncExternalStore } from 'react'

/** Whether the window is as narrow as a phone, or as the width given in px: tables then become cards, long lists fold. */
export function useNarrow(upTo = 640): boolean {
  const media = `(max-width: ${upTo}px)`
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(media)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => matchMedia(media).matches,
  )
}
