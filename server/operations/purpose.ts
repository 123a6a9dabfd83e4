import type pg from 'pg'
import { PlainSentence } from '../platform/plain-sentence.ts'

/** What an installation is for. It follows from its tenants, so it cannot be lost or forged apart from them. */
export type Purpose = 'unused' | 'demo' | 'real'

/** Which of the three this database is. The owner asks, or the app role. */
export async function purposeOf(client: pg.ClientBase | pg.Pool): Promise<Purpose> {
  const { rows } = await client.query<{ demo: boolean; real: boolean }>(
    `select exists (select from tenants where kind <> 'real') as demo, exists (select from tenants where kind = 'real') as real`,
  )
  if (rows[0]!.demo) return 'demo'
  return rows[0]!.real ? 'real' : 'unused'
}

/** Demo data never enters a real installation, and a real tenant never stands beside accounts whose passwords are printed. */
export async function mustServe(
  client: pg.ClientBase | pg.Pool,
  wanted: Exclude<Purpose, 'unused'>,
): Promise<void> {
  const purpose = await purposeOf(client)
  if (purpose === 'unused' || purpose === wanted) return
  throw new PlainSentence(
    wanted === 'real'
      ? 'This data folder holds demo data with known passwords: a real tenant needs a folder of its own, such as "GONGHUI_DATA=/srv/gonghui npx gonghui init".'
      : 'This data folder holds a real tenant: demo data never enters it. Choose another folder, such as "GONGHUI_DATA=/tmp/demo npx gonghui demo".',
  )
}
