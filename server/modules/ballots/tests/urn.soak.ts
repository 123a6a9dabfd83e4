import { testServer } from '#server/test/server.ts'
import { letRivalsAct, withoutTheKey, withoutTheLock } from './rivals.ts'
import { filledUrn, tamperOnce } from './tampering.ts'
import { urnWorld } from './urn-world.ts'

/** Rivals on the same tokens, and an urn tampered with 1,000 times. */
export async function run({ count = 10_000 }: { count?: number | undefined }): Promise<string> {
  const { platform, owner } = await testServer()
  const { accepted, twoLive, liveAndCancelled } = await letRivalsAct(platform, count)
  if (twoLive + liveAndCancelled > 0)
    throw new Error(`${twoLive} two live, ${liveAndCancelled} live and cancelled`)
  if ((await withoutTheLock(platform)).liveAndCancelled !== 1) throw new Error('the control saw nothing')
  if ((await withoutTheKey(platform, owner)).twoLive !== 1) throw new Error('the second control saw nothing')
  const world = await urnWorld(platform)
  const copy = await filledUrn(world)
  const tries = Math.ceil(count / 10)
  for (let at = 0; at < tries; at += 1) {
    const { what, isFound } = await tamperOnce(world, owner, copy)
    if (!isFound) throw new Error(`not found: ${what}`)
  }
  return `${count} acts at once (${accepted} accepted): two live 0, live and cancelled 0, both controls found; tampered ${tries} times, found ${tries}`
}
