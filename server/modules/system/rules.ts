/** How backups or drills stand: `none` yet, `good`, the last one `failed`, or the last good one is `late`. */
export type Standing = 'none' | 'good' | 'failed' | 'late'

/** Hours after which a nightly backup is late: a day, and two hours for the backup itself and a restart in between. */
export const lateBackupHours = 26

/** How it stands, from the newest attempt and the newest good one; null where there was none. */
export function standingOf(
  newest: { problem: string | null } | null,
  good: { endedAt: Date } | null,
  limit: { now: Date; hours: number },
): Standing {
  if (newest === null) return 'none'
  if (newest.problem !== null) return 'failed'
  const ageHours = good === null ? Infinity : (limit.now.getTime() - good.endedAt.getTime()) / 3_600_000
  return ageHours > limit.hours ? 'late' : 'good'
}
