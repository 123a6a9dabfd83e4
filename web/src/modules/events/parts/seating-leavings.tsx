import { Alert, Button, InputNumber } from 'antd'
import { useState } from 'react'
import type { SeatingPlan } from '#contract/events-seating.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { t } from '../texts-seating.ts'
import { badge } from './seating-rounds.tsx'

/** Who goes home early, by badge number, and who comes back. */
export function SeatingLeavings({ eventId, plan }: { eventId: string; plan: SeatingPlan }) {
  const [badgeNo, setBadgeNo] = useState<number | null>(null)
  const leaving = useAct('leaveSeating', { invalidates: ['listRounds'] })
  const returning = useAct('returnToSeating', { invalidates: ['listRounds'] })
  const failed = leaving.error ?? returning.error
  const off = !plan.can.run ? t('cannotRun') : badgeNo === null ? t('needBadge') : ''
  return (
    <section className="panel seating-panel">
      <h2 className="section-title">{t('leaveTitle')}</h2>
      <p>{t('leaveHint')}</p>
      <div className="seating-leave">
        <label htmlFor="leaving-badge">{t('badge')}</label>
        <InputNumber id="leaving-badge" min={1} precision={0} value={badgeNo} onChange={setBadgeNo} />
        <Button
          disabled={off !== ''}
          title={off}
          loading={leaving.isPending}
          onClick={() =>
            leaving.mutate({ eventId, badgeNo: badgeNo! }, { onSuccess: () => setBadgeNo(null) })
          }
        >
          {t('leave')}
        </Button>
      </div>
      {failed && <Alert type="error" showIcon title={errorSentence(failed)} />}
      {plan.left.length === 0 ? (
        <p className="seating-out">{t('leftNone')}</p>
      ) : (
        <div className="seating-leave">
          {t('left')}
          {plan.left.map((no) => (
            <Button
              key={no}
              disabled={!plan.can.run}
              title={plan.can.run ? '' : t('cannotRun')}
              onClick={() => returning.mutate({ eventId, badgeNo: no })}
            >
              {badge(no)} · {t('back')}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}
