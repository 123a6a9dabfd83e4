import type { CommissionerGap } from '#contract/commissioners.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'
import { gapName } from '../gap-words.ts'

/** What is missing as small marks; none says so in words. */
export function GapTags({ gaps }: { gaps: readonly CommissionerGap[] }) {
  if (gaps.length === 0) return <span className="quiet">{t('noGap')}</span>
  return (
    <span className="gap-tags">
      {gaps.map((gap) => (
        <span key={gap} className="gap-tag">
          <Icon name="warn" size={14} /> {gapName(gap)}
        </span>
      ))}
    </span>
  )
}
