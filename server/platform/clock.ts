import { sql } from 'kysely'
import type { PlumbingTx, Tx } from './db/transaction.ts'

/** Today in the calendar of Asia/Shanghai by the database's clock (or the fixed instant of tests), as YYYY-MM-DD. */
export async function today(tx: Tx | PlumbingTx): Promise<string> {
  const { rows } = await sql<{ today: string }>`select app_today() as today`.execute(tx)
  return rows[0]!.today
}

/** The day after `days` days, in the calendar without time zones. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** The day an instant lies in, YYYY-MM-DD: in Shanghai it is tomorrow from 16:00 UTC on. */
export function dayOf(instant: Date): string {
  return calendar.format(instant)
}

/** Now, by the database's clock or the fixed instant of tests: what rules about times compare with. */
export async function now(tx: Tx): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select app_now() as now`.execute(tx)
  return rows[0]!.now
}
