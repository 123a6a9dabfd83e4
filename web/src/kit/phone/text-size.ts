import { useSyncExternalStore } from 'react'

export type TextSize = 'normal' | 'large'

const storageKey = 'gonghui.textSize'
const listeners = new Set<() => void>()

/** Takes up the text size remembered on this phone: 16 px, or 20 px in large-text mode. Everything on the phone is sized by it. */
export function startTextSize(): void {
  document.documentElement.dataset.text = stored()
}

/** Switches the text size and remembers it on this phone. */
export function setTextSize(size: TextSize): void {
  try {
    localStorage.setItem(storageKey, size)
  } catch {
    // Without storage the size holds until the page is left.
  }
  document.documentElement.dataset.text = size
  for (const tell of listeners) tell()
}

/** The text size in use. */
export function useTextSize(): TextSize {
  return useSyncExternalStore(subscribe, () =>
    document.documentElement.dataset.text === 'large' ? 'large' : 'normal',
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function stored(): TextSize {
  try {
    return localStorage.getItem(storageKey) === 'large' ? 'large' : 'normal'
  } catch {
    return 'normal'
  }
}
