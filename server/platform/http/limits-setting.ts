import type { LoadClass } from '#contract/operation.ts'

/** How much somebody may send: on average each minute, and at once after a pause. */
export interface Allowance {
  perMinute: number
  burst: number
}

/** What each class of operations allows an account or a program; `public` is what an address may send before anybody is known. */
export type Limits = Record<LoadClass | 'public', Allowance>

/**
 * Customary numbers, a setting (GONGHUI_LIMITS): ten times what somebody quick at the keyboard sends. An address gets enough for a factory of thousands
 * behind one: guessing is slowed down by log-in, not by address (trust T24).
 */
const usualLimits: Limits = {
  read: { perMinute: 1200, burst: 300 },
  write: { perMinute: 240, burst: 120 },
  search: { perMinute: 300, burst: 100 },
  export: { perMinute: 10, burst: 20 },
  import: { perMinute: 10, burst: 20 },
  public: { perMinute: 1200, burst: 600 },
}

/** The limits a setting asks for: '' as usual, 'off' none, `read=2400/600,export=5/10` others for these classes; 'wrong' when it cannot be read. */
export function readLimits(text: string): Limits | null | 'wrong' {
  if (text === 'off') return null
  const limits = { ...usualLimits }
  for (const part of text.split(',').filter((each) => each.trim() !== '')) {
    const [, name, perMinute, burst] = /^\s*([a-z]+)=(\d{1,7})\/(\d{1,7})\s*$/.exec(part) ?? []
    if (name === undefined || !(name in limits) || Number(perMinute) < 1 || Number(burst) < 1) return 'wrong'
    limits[name as keyof Limits] = { perMinute: Number(perMinute), burst: Number(burst) }
  }
  return limits
}
