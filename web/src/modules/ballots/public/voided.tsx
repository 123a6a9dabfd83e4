import type { PublicBoard } from '#contract/phone-votes.ts'
import { formatDay } from '../../../kit/format.ts'
import { Notice } from '../../../ui/light/notice.tsx'
import { t } from './texts.ts'

/** That no ballot by phone counts, why, and what a voter does now. */
export function Voided({ vote }: { vote: NonNullable<PublicBoard['voided']> }) {
  return (
    <Notice tone="due" title={t('voidedOn', { day: formatDay(vote.on) })}>
      {t('voidedHint')}
      <br />
      {t('voidedReason', { reason: vote.reason })}
    </Notice>
  )
}
