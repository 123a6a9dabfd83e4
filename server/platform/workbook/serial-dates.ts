/** Turns Excel's serial days into ISO dates. Serial 60 of the 1900 system is the 29 February that never was. */
export class SerialDates {
  private readonly is1904: boolean
  private readonly days = new Map<number, string>()

  constructor(epoch: 1900 | 1904) {
    this.is1904 = epoch === 1904
  }

  /** 'YYYY-MM-DD', with 'THH:MM:SS' when there is a time part; null when the number is no date. */
  iso(serial: number): string | null {
    if (!(serial >= (this.is1904 ? 0 : 1) && serial < 2_958_466)) return null
    const whole = Math.floor(serial)
    if (serial === whole) return this.day(whole)
    const seconds = Math.round((serial - whole) * 86_400)
    if (seconds === 0) return this.day(whole)
    return seconds === 86_400 ? this.day(whole + 1) : `${this.day(whole)}T${clock(seconds)}`
  }

  private day(serial: number): string {
    let text = this.days.get(serial)
    if (text !== undefined) return text
    text = this.compute(serial)
    if (this.days.size < 50_000) this.days.set(serial, text)
    return text
  }

  private compute(serial: number): string {
    if (!this.is1904 && serial === 60) return '1900-02-29'
    const before1970 = this.is1904 ? 24_107 : serial < 60 ? 25_568 : 25_569
    return new Date((serial - before1970) * 86_400_000).toISOString().slice(0, 10)
  }
}

/** A cell that holds its date as ISO text; null when it is none. */
export function isoCell(text: string): string | null {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?$/.exec(text)
  if (!match) return null
  const time = match[2] === undefined ? '00:00:00' : match[2] + (match[3] ?? ':00')
  return time === '00:00:00' ? (match[1] as string) : `${match[1]}T${time}`
}

function clock(seconds: number): string {
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':')
}
