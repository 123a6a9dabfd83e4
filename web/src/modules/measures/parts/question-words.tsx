import type { Measure } from '#contract/measures.ts'
import { formatDay } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { useReadWhen } from '../../../kit/query.ts'
import type { Question } from '../question.ts'
import { t } from '../texts.ts'

/** Whose figure this is, of which days and as known when, in words. */
export function QuestionWords({ measure, question }: { measure: Measure; question: Question }) {
  const { actingAs } = useMe()
  const { asOf, from, to, knownOn, organisationId } = question
  const isOwn = organisationId === actingAs?.organisationId
  const other = useReadWhen(!isOwn, 'getOrganisation', { organisationId })
  const name = isOwn ? actingAs.organisationName : (other.data?.name ?? '')
  const stock = asOf ? t('asOfDay', { day: formatDay(asOf) }) : t('asOfToday')
  const flow =
    from || to
      ? t('fromTo', { from: from ? formatDay(from) : '…', to: to ? formatDay(to) : '…' })
      : t('allYears')
  const parts = [
    t('ofOrganisation', { name }),
    measure.counts === 'flow' ? flow : stock,
    knownOn ? t('knownOn', { day: formatDay(knownOn) }) : t('knownNow'),
  ]
  return <>{parts.join(' · ')}</>
}
