import type { SystemState } from '#contract/system.ts'
import { formatSize } from '../../../kit/format.ts'
import { t } from '../texts.ts'
import { problemWords } from '../words.ts'

/** What needs somebody's attention, the worst first; none when all is well. */
export function alarmsOf(state: SystemState): string[] {
  const { database, serving, jobs } = state
  const alarms: (string | false)[] = [
    !database.isDurable && t('notDurable'),
    ...state.disks.filter(({ isLow }) => isLow).map(diskAlarm),
    ...backupAlarms(state),
    ...drillAlarms(state),
    jobs.failed.length > 0 && t('jobsFailed', { count: jobs.failed.length }),
    !serving.secureCookies && t('noHttps'),
  ]
  return alarms.filter((alarm) => alarm !== false)
}

function backupAlarms({ backups }: SystemState): (string | false)[] {
  const { state, latest, isScheduled } = backups
  return [
    state === 'failed' && t('backupFailed', { why: problemWords(latest[0]?.problem ?? null) }),
    state === 'none' && t('backupNone'),
    state === 'late' && t('backupLate'),
    !isScheduled && t('backupUnset'),
  ]
}

function drillAlarms({ drill: { state, last }, backups }: SystemState): (string | false)[] {
  return [
    state === 'failed' && t('drillFailed', { why: problemWords(last?.problem ?? null, last?.part) }),
    state === 'none' && backups.state !== 'none' && t('drillNone'),
    state === 'late' && t('drillLate'),
  ]
}

/** What a place on a disk is called. */
export function placeWords(place: string): string {
  return place === 'data' ? t('data') : t('backupsDisk')
}

function diskAlarm({ place, freeBytes }: SystemState['disks'][number]): string {
  if (freeBytes === null) return t('diskUnknown', { place: placeWords(place) })
  return t('diskLow', { place: placeWords(place), free: formatSize(freeBytes) })
}
