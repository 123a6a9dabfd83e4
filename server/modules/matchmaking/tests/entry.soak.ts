import { playSequences, sendRobot } from './play-entry.ts'

/** 10,000 random sequences and 10,000 requests of a robot. */
export async function run({ count, seed }: { count: number | undefined; seed: number }): Promise<string> {
  const extent = { count: count ?? 10_000, seed }
  const played = await playSequences(extent)
  const robot = await sendRobot(extent)
  return `${extent.count} sequences: ${played.looks} looks saw ${played.shown} cards, none above its stage; a robot of ${extent.count} requests read ${robot.profiles} profiles, and its refusals were ${robot.answers} answer`
}
