import { useState } from 'react'

export type Density = 'roomy' | 'dense'

const storageKey = 'gonghui.density'

/** The row height of lists, remembered on this device for all of them. */
export function useDensity(): [Density, (density: Density) => void] {
  const [density, set] = useState<Density>(() =>
    localStorage.getItem(storageKey) === 'dense' ? 'dense' : 'roomy',
  )
  return [
    density,
    (next) => {
      localStorage.setItem(storageKey, next)
      set(next)
    },
  ]
}
