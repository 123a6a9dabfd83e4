const shanghai = 8 * 3_600_000

/** The clock time of an instant in Shanghai, HH:MM, wherever the browser is. */
export function clockOf(instant: string): string {
  return new Date(Date.parse(instant) + shanghai).toISOString().slice(11, 16)
}

/** The instant of a day and a clock time in Shanghai. */
export function instantAt(day: string, clock: string): string {
  return `${day}T${clock}:00+08:00`
}
