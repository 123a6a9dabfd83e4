import type { BreachRow, BreachStep } from '#contract/privacy-records.ts'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import { t } from '../texts.ts'

const order: readonly BreachStep[] = ['contained', 'authority_notified', 'people_notified', 'closed']

/** What was done about a breach, and the next step to record. */
export function BreachSteps({ breach }: { breach: BreachRow }) {
  const [note, setNote] = useState('')
  const record = useAct('recordBreachStep', { invalidates: ['listBreaches'] })
  const open = order.filter((step) => !breach.steps.some((taken) => taken.step === step))
  return (
    <>
      <ol className="breach-steps">
        {breach.steps.map((taken) => (
          <li key={taken.step}>
            {t(taken.step)} · {formatInstant(taken.takenAt)} · {taken.note}
          </li>
        ))}
      </ol>
      {open.length > 0 && (
        <div className="breach-next">
          <Input
            aria-label={t('stepNote')}
            placeholder={t('stepNote')}
            maxLength={300}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          {open.map((step) => (
            <Button
              key={step}
              disabled={note.trim().length < 2}
              onClick={() =>
                record.mutate({ breachId: breach.id, step, note }, { onSuccess: () => setNote('') })
              }
            >
              {t(step)}
            </Button>
          ))}
        </div>
      )}
      {record.error && <p className="problem">{errorSentence(record.error)}</p>}
    </>
  )
}
