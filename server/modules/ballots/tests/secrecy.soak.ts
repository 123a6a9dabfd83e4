import { sql } from 'kysely'
import { makeTenant } from '#server/test/makers.ts'
import { addMembers } from '#server/test/organisation-officer.ts'
import { testServer } from '#server/test/server.ts'
import { holdElection, type Way } from './held-election.ts'
import { link, linkByPlace } from './linking.ts'

const votersEach = 6

/**
 * The linking program against elections held as the product holds them, and against two controls. Of random guesses one link in each election is right
 * on average, with a variance of one: more than four and a half deviations away the urn gives something away.
 */
export async function run({ count = 1000 }: { count?: number | undefined }): Promise<string> {
  const links = await linksOf('apart', count)
  const far = Object.entries(links).filter(([, hits]) => hits - count > 4.5 * Math.sqrt(count))
  const said = Object.entries(links).map(([way, hits]) => `${way} ${hits}`)
  if (far.length > 0) throw new Error(`better than chance: ${far.join('; ')}`)
  const controls = Math.min(count, 5)
  for (const way of ['one_transaction', 'interleaved'] as const) {
    const { afterEveryAct } = await linksOf(way, controls)
    if (afterEveryAct !== controls * votersEach)
      throw new Error(`the control "${way}" was linked ${afterEveryAct} times only`)
  }
  return `${count} elections of ${votersEach}: links ${said.join(', ')} (chance: ${count}); controls linked whole`
}

async function linksOf(
  way: Way,
  count: number,
): Promise<{ afterEveryAct: number; byPlace: number; byTransaction: number }> {
  const server = await testServer()
  const tenant = await makeTenant()
  await addMembers(tenant, votersEach, tenant.north)
  const voters = await tenant.inside(async (tx) => {
    const { rows } = await sql<{
      id: string
    }>`select person_id as id from member_index where tenant_id = ${tx.tenantId}`.execute(tx)
    return rows.map(({ id }) => id)
  })
  const hits = { afterEveryAct: 0, byPlace: 0, byTransaction: 0 }
  for (let election = 0; election < count; election += 1) {
    const { moments, truth } = await holdElection(server, tenant, { voters, way })
    const right = (guesses: Map<number, string>) =>
      [...guesses].filter(([entryNo, serial]) => truth.get(entryNo) === serial).length
    hits.afterEveryAct += right(link(moments))
    hits.byPlace += right(linkByPlace(moments.at(-1)!, 'ctid'))
    hits.byTransaction += right(linkByPlace(moments.at(-1)!, 'xmin'))
  }
  return hits
}
