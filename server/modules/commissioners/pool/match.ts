import type { MatchReason, TalentSkill } from '#contract/commissioners-pool.ts'
import { satisfies, type Rule } from '#server/modules/rules/index.ts'

interface Candidate {
  streetId: string | null
  wishedStreetIds: readonly string[]
  availableFrom: string
  skills: readonly TalentSkill[]
  trainedHours: number
  postsHeld: number
}

interface Today {
  day: string
  induction: Rule<number>
  mostPosts: Rule<number>
}

// What each reason is worth: an order of suggestions, not a right to a post. Near places first, then time, then what somebody can do.
const worth = {
  same_street: 30,
  wished_street: 20,
  available_now: 20,
  skill: 10,
  trained: 10,
  free: 10,
} as const
const asked: readonly TalentSkill[] = ['party_affairs', 'union_work', 'mediation']

/** How well somebody fits a vacancy: the sum of the points of its reasons. Whoever has no room for a post comes last. */
export function matchOf(
  candidate: Candidate,
  vacancy: { streetId: string | null },
  { day, induction, mostPosts }: Today,
): { points: number; reasons: MatchReason[] } {
  const reasons: MatchReason[] = []
  const say = (code: MatchReason['code'], points: number, value: string | null = null) =>
    reasons.push({ code, points, value })
  if (vacancy.streetId !== null) {
    if (candidate.streetId === vacancy.streetId) say('same_street', worth.same_street)
    if (candidate.wishedStreetIds.includes(vacancy.streetId)) say('wished_street', worth.wished_street)
  }
  if (candidate.availableFrom <= day) say('available_now', worth.available_now)
  else say('available_later', 0, candidate.availableFrom)
  for (const skill of candidate.skills) if (asked.includes(skill)) say('skill', worth.skill, skill)
  if (satisfies(candidate.trainedHours, induction))
    say('trained', worth.trained, String(candidate.trainedHours))
  else say('not_trained', 0, String(candidate.trainedHours))
  if (candidate.postsHeld === 0) say('free', worth.free)
  else if (satisfies(candidate.postsHeld + 1, mostPosts)) say('posts_held', 0, String(candidate.postsHeld))
  else say('posts_full', -100, String(candidate.postsHeld))
  return { points: reasons.reduce((sum, { points }) => sum + points, 0), reasons }
}
