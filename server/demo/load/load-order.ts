import type { DemoScale } from '../shapes.ts'

/** What the loading thread is told. */
export interface LoadOrder {
  ownerUrl: string
  keys: { currentId: number; byId: ReadonlyMap<number, Uint8Array>; hashKey: Uint8Array }
  clock: string | null
  code: string
  scale: DemoScale
}

/** What it tells: how far it is. */
export interface LoadNews {
  step: string
  done: number
  total: number
}
