import type { EventDraft } from '#contract/events.ts'

const hour = 3_600_000

/** A draft that fits, beginning in so many hours: registration from yesterday until a day before, three rounds of five minutes. */
export function eventDraft(startsInHours: number): EventDraft & { options: Record<string, unknown> } {
  const at = (hours: number) => new Date(Math.floor(Date.now() / hour) * hour + hours * hour).toISOString()
  return {
    title: '测试联谊活动',
    summary: '合成数据',
    hostKind: 'federation',
    venue: '工人文化宫',
    address: '测试路 1 号',
    startsAt: at(startsInHours),
    endsAt: at(startsInHours + 3),
    registrationOpensAt: at(-24),
    registrationClosesAt: at(startsInHours - 24),
    cancelUntil: at(startsInHours - 24),
    admission: 'first_come',
    capacity: 12,
    offerMinutes: 60,
    seating: 'pairs',
    rounds: 3,
    roundMinutes: 5,
    twoPart: false,
    options: { choiceLimit: 5, takesScores: false, choicesCloseAt: at(startsInHours + 24) },
  }
}
