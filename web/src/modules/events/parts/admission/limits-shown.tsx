import type { Admission, EventQuota } from '#contract/events-admission.ts'
import { formatInstant, formatNumber } from '../../../../kit/format.ts'
import { Facts } from '../../../../ui/facts.tsx'
import { ageBandName } from '../../admission-words.ts'
import { t } from './texts.ts'

/** What limits the places, each with how far it is used. */
export function LimitsShown({ admission }: { admission: Admission }) {
  const { quotas, balance, releaseAt } = admission
  if (quotas.length === 0 && balance === null) return <p>{t('noLimits')}</p>
  return (
    <>
      <Facts facts={quotas.map((quota) => [quotaName(quota), usedOf(quota, admission)] as const)} />
      {balance !== null && <p>{t('balanceSaid', balance)}</p>}
      {releaseAt !== null && <p>{t('releaseSaid', { time: formatInstant(releaseAt) })}</p>}
    </>
  )
}

function usedOf({ dimension, value, places }: EventQuota, { counts }: Admission): string {
  if (value === 'each') return formatNumber(places)
  const taken = counts.find((count) => count.dimension === dimension && count.value === value)?.taken ?? 0
  return t('usedOf', { taken: formatNumber(taken), places: formatNumber(places) })
}

function quotaName({ kind, dimension, value }: EventQuota): string {
  if (dimension === 'first_timer' && kind === 'reserve') return t('reserveFirst')
  if (kind === 'reserve') return t('otherReserve')
  if (dimension === 'sex') return value === 'male' ? t('capMale') : t('capFemale')
  if (dimension === 'unit' && value === 'each') return t('capUnit')
  if (dimension === 'age_band') return t('capAge', { band: ageBandName(value) })
  return t('otherCap')
}
