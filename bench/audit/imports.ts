import pg from 'pg'
import { importOnce } from '../roster/import-run.ts'
import { makePlace } from '../roster/place.ts'
import { benchRoster } from '../roster/sheet.ts'
import { allowUnchained } from './unchained.ts'

/** Rows of the roster: long enough to be one, short enough to be imported several times. */
const rows = 20_000

/** Seconds from upload to commit, once with the chain and once without, in databases of their own. */
export async function importSeconds(
  wanted: Omit<Parameters<typeof makePlace>[0], 'sheet' | 'database'>,
  round: number,
): Promise<{ chained: number; unchained: number }> {
  const sheet = await benchRoster(rows)
  const seconds = { chained: 0, unchained: 0 }
  const order = round % 2 === 0 ? (['chained', 'unchained'] as const) : (['unchained', 'chained'] as const)
  for (const way of order) {
    const database = `audit_${way}_${round}`
    const place = await makePlace({ ...wanted, sheet, database })
    const owner = new pg.Client({ connectionString: place.ownerUrl })
    await owner.connect()
    await allowUnchained(owner)
    await owner.query(
      `alter database ${database} set bench.unchained = '${way === 'unchained' ? 'on' : 'off'}'`,
    )
    await owner.end()
    const done = await importOnce(place)
    seconds[way] = done.dryRunSeconds + done.commitSeconds
    await place.drop()
  }
  return seconds
}
