interface Code {
  code: string
  startsAt: string
  endsAt: string
}

/** The code that holds now and for how many seconds more; null when the list has run out. */
export interface CurrentCode {
  code: string
  secondsLeft: number
  /** How many codes come after this one. */
  left: number
}

/**
 * Picks the code that holds at `nowMs` of the phone’s clock. Phones’ clocks are often wrong: when the clock said, as the codes arrived,
 * a time outside the first code’s half minute, the middle of that half minute is taken as the time of arrival.
 */
export function currentCode(codes: readonly Code[], nowMs: number, arrivedMs: number): CurrentCode | null {
  const first = codes[0]
  if (!first) return null
  const [startsMs, endsMs] = [Date.parse(first.startsAt), Date.parse(first.endsAt)]
  const clockIsRight = arrivedMs >= startsMs && arrivedMs < endsMs
  const now = clockIsRight ? nowMs : nowMs - arrivedMs + (startsMs + endsMs) / 2
  const index = codes.findIndex((one) => now >= Date.parse(one.startsAt) && now < Date.parse(one.endsAt))
  const found = codes[index]
  if (!found) return null
  return {
    code: found.code,
    secondsLeft: Math.ceil((Date.parse(found.endsAt) - now) / 1000),
    left: codes.length - 1 - index,
  }
}
