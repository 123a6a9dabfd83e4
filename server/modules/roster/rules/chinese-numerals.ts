/** Chinese numerals as officers write them, common and formal (壹贰叁): 〇一七, 十二, 一百二十, 两百零五, 叁万伍仟. */

/** The whole number, or null when the text is not exactly one. */
export function readChineseInteger(text: string): number | null {
  if (text === '' || text.length > LONGEST) return null
  if (isPositional(text)) {
    // 七八 is "seven or eight", not 78.
    if ([...text].length === 2 && ![...text].some((sign) => ZEROS.has(sign))) return null
    return Number(readChineseDigits(text))
  }
  return readScaled(text)
}

/** 〇一七 as '017', digit by digit; null when another sign is among them. */
export function readChineseDigits(text: string): string | null {
  if (text === '' || text.length > LONGEST || !isPositional(text)) return null
  return [...text].map((sign) => DIGITS[sign]).join('')
}

function readScaled(text: string): number | null {
  const large = splitAtLargeUnit(text)
  if (large) {
    const [above, unit, below] = large
    const high = readScaled(above)
    if (high === null) return null
    // 三万五 is 35,000: a single digit behind a unit counts the next lower one.
    const low =
      below === ''
        ? 0
        : isSingleDigit(below)
          ? digitOf(below) * (unit / 10)
          : readScaled(below.replace(/^[零〇○]/u, ''))
    return low === null || low >= unit ? null : high * unit + low
  }
  return readBelowTenThousand(text)
}

function splitAtLargeUnit(text: string): [string, number, string] | null {
  for (const [sign, unit] of LARGE_UNITS) {
    const at = text.indexOf(sign)
    if (at > 0) return [text.slice(0, at), unit, text.slice(at + sign.length)]
  }
  return null
}

function readBelowTenThousand(text: string): number | null {
  let total = 0
  let digit: number | null = null
  let lastUnit = 10_000
  let afterZero = false
  for (const sign of text) {
    const unit = SMALL_UNITS[sign]
    if (unit !== undefined) {
      // 十二: a leading ten has no digit before it.
      const count: number | null = digit ?? (total === 0 && unit === 10 && !afterZero ? 1 : null)
      if (count === null || count === 0 || unit >= lastUnit) return null
      total += count * unit
      lastUnit = unit
      digit = null
      afterZero = false
    } else if (ZEROS.has(sign)) {
      if (digit !== null || afterZero) return null
      afterZero = true
    } else {
      const value = DIGITS[sign]
      if (value === undefined || digit !== null) return null
      digit = Number(value)
    }
  }
  if (digit === null) return afterZero || total === 0 ? null : total
  // 一百二 is 120, 一百零二 is 102.
  const unit = afterZero || lastUnit === 10_000 ? 1 : Math.max(1, lastUnit / 10)
  return total + digit * unit
}

function isPositional(text: string): boolean {
  for (const sign of text) if (DIGITS[sign] === undefined || sign === '两') return text === '两'
  return true
}

function isSingleDigit(text: string): boolean {
  return [...text].length === 1 && DIGITS[text] !== undefined && !ZEROS.has(text)
}

function digitOf(sign: string): number {
  return Number(DIGITS[sign])
}

const LONGEST = 30
const ZEROS = new Set([...'〇○零◯'])
const DIGITS: Record<string, string> = Object.assign(Object.create(null), { 两: '2', 俩: '2' })
for (const signs of ['〇一二三四五六七八九', '○壹贰叁肆伍陆柒捌玖', '零幺弍参', '◯弌贰叄', '零壹貳'])
  [...signs].forEach((sign, value) => (DIGITS[sign] ??= String(value)))
const SMALL_UNITS: Record<string, number> = Object.assign(Object.create(null), {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
})
const LARGE_UNITS: readonly [string, number][] = [
  ['亿', 100_000_000],
  ['万', 10_000],
  ['萬', 10_000],
]
