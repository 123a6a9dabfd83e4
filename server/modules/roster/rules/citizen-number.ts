/**
 * The citizen number (GB 11643; domain rules E1-E5): six digits of division, eight of birth, three of sequence, one
 * check character of ISO 7064 MOD 11-2.
 */

/** True for 18 characters with a fitting check, a real date before `today` (YYYYMMDD) and a province, or a first digit 9. */
export function isGoodCitizenNumber(number: string, today: number): boolean {
  if (number.length !== 18 || !isProvince(number)) return false
  let sum = 0
  for (let i = 0; i < 17; i++) {
    const digit = number.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return false
    sum += digit * (WEIGHTS[i] as number)
  }
  if (number.charCodeAt(17) !== CHECKS.charCodeAt(sum % 11)) return false
  const birth = birthDay(number)
  return isRealDay(birth) && birth < today
}

/** Birth as the integer YYYYMMDD; only of a number whose first 17 characters are digits. */
export function birthDay(number: string): number {
  let day = 0
  for (let i = 6; i < 14; i++) day = day * 10 + number.charCodeAt(i) - 48
  return day
}

/** The 17th digit is odd for men. */
export function sexOf(number: string): '男' | '女' {
  return number.charCodeAt(16) & 1 ? '男' : '女'
}

/** The check character of 17 digits. */
export function citizenCheck(digits: string): string {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += (digits.charCodeAt(i) - 48) * (WEIGHTS[i] as number)
  return CHECKS[sum % 11] as string
}

/** E3: the 18 characters of an old number of 15 digits, or null when its date is impossible. */
export function upgradeOldNumber(old: string): string | null {
  const digits = `${old.slice(0, 6)}19${old.slice(6)}`
  return isRealDay(birthDay(digits)) ? digits + citizenCheck(digits) : null
}

/** True when YYYYMMDD is a day of the calendar. */
export function isRealDay(day: number): boolean {
  const year = Math.floor(day / 10000)
  const month = Math.floor(day / 100) % 100
  return year > 0 && month >= 1 && month <= 12 && day % 100 >= 1 && day % 100 <= daysOf(year, month)
}

/** Days of a month. */
export function daysOf(year: number, month: number): number {
  if (month !== 2) return DAYS[month - 1] as number
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

/** YYYYMMDD as 'YYYY-MM-DD'; the few thousand birthdays of a roster are made once. */
export function isoDay(day: number): string {
  let iso = isoDays.get(day)
  if (iso === undefined) {
    const digits = String(day).padStart(8, '0')
    iso = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
    if (isoDays.size < 60_000) isoDays.set(day, iso)
  }
  return iso
}

/** 'YYYY-MM-DD' as YYYYMMDD. */
export function dayNumber(iso: string): number {
  return Number(iso.slice(0, 4) + iso.slice(5, 7) + iso.slice(8, 10))
}

function isProvince(number: string): boolean {
  const first = number.charCodeAt(0) - 48
  return first === 9 || PROVINCES[first * 10 + number.charCodeAt(1) - 48] === 1
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isoDays = new Map<number, string>()

// E2: only the province is judged; counties are abolished while people keep their numbers.
const PROVINCES = new Uint8Array(100)
for (const [from, to] of [
  [11, 15],
  [21, 23],
  [31, 37],
  [41, 46],
  [50, 54],
  [61, 65],
  [71, 71],
  [81, 83],
] as const)
  PROVINCES.fill(1, from, to + 1)
