import type { Output } from '../../../kit/call.ts'
import { formatDay, formatInstant } from '../../../kit/format.ts'
import { transferStepName } from '../transfer-words.ts'
import { t } from './membership-texts.ts'

type Step = Output<'listOwnTransfers'>['items'][number]['steps'][number]

/** What has happened to a transfer, step by step with its day. */
export function TransferSteps({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="steps">
      {steps.map((one) => (
        <li key={one.step}>
          <span>{transferStepName(one.step)}</span>
          <small className="figures">{formatInstant(one.recordedAt)}</small>
          {one.reason && <small>{t('stepReason', { reason: one.reason })}</small>}
          {one.dueOn && one === steps[steps.length - 1] && (
            <small>{t('dueBy', { date: formatDay(one.dueOn) })}</small>
          )}
        </li>
      ))}
    </ol>
  )
}
