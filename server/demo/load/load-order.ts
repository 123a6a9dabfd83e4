import type { MasterKeys } from '#server/platform/crypto.ts'
import type { DemoScale } from '../shapes.ts'

/** What the loading process is told. */
export interface LoadOrder {
  ownerUrl: string
  keys: MasterKeys
  clock: string | null
  /** Where the demo's pictures go; null: it has none. */
  dataFolder: string | null
  code: string
  scale: DemoScale
}

/** What it tells: how far it is. */
export interface LoadNews {
  step: string
  done: number
  total: number
}
