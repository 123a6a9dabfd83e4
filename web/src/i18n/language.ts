import { languages, type Language } from '#contract/sentence.ts'
import { useSyncExternalStore } from 'react'

export { languages, type Language }

const storageKey = 'gonghui.language'
const listeners = new Set<() => void>()
let current: Language = 'zh'

/** The language in use. Texts are looked up with it each time they are drawn, so never keep a translated text in a constant. */
export function language(): Language {
  return current
}

/** Takes up the language of `?lang=`, else the one remembered on this device, else Chinese; tells the page’s `lang`. */
export function startLanguage(): void {
  const asked = new URLSearchParams(location.search).get('lang')
  use(known(asked) ?? known(remembered()) ?? 'zh')
}

/** Switches the language and remembers it on this device. */
export function setLanguage(next: Language): void {
  try {
    localStorage.setItem(storageKey, next)
  } catch {
    // Private windows of old browsers refuse storage: the switch then holds until the page is left.
  }
  use(next)
}

/** Redraws the calling component when the language changes. The app’s root is keyed by it, so pages need not call this. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, language, language)
}

/** For tests and for code without a page: uses a language without remembering it. */
export function use(next: Language): void {
  current = next
  if (typeof document !== 'undefined') document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
  for (const tell of listeners) tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function remembered(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

function known(value: string | null): Language | undefined {
  return languages.find((one) => one === value)
}
