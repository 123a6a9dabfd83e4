import type { PointRefusal } from '#contract/funds-points.ts'
import { App, Button } from 'antd'
import { useId } from 'react'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { t } from '../texts.ts'
import { word } from '../words.ts'

export type Outcome = 'approved' | 'refused'

interface DecideButtonsProps {
  /** Why whoever looks may not decide: without the power nothing is drawn, else the buttons are off and say why. */
  off: PointRefusal
  busy: boolean
  /** What is asked before either outcome. */
  question: (outcome: Outcome) => { title: string; body: string }
  decide: (outcome: Outcome, handlers: { onError: (error: Error) => void }) => void
}

/** Approves or refuses what another hand has made, after a question. */
export function DecideButtons({ off, busy, question, decide }: DecideButtonsProps) {
  const confirm = useConfirm()
  const { message } = App.useApp()
  const whyId = useId()
  if (off === 'no_power') return null
  const onError = (error: Error) => void message.error(errorSentence(error), 8)
  const verbOf = (outcome: Outcome) => (outcome === 'approved' ? t('approve') : t('refuse'))
  async function ask(outcome: Outcome) {
    if (await confirm({ ...question(outcome), verb: verbOf(outcome) })) decide(outcome, { onError })
  }
  return (
    <div className="funds-actions">
      <Button
        type="primary"
        disabled={off !== null}
        loading={busy}
        aria-describedby={off === null ? undefined : whyId}
        onClick={() => void ask('approved')}
      >
        {verbOf('approved')}
      </Button>
      <Button disabled={off !== null} onClick={() => void ask('refused')}>
        {verbOf('refused')}
      </Button>
      {off !== null && (
        <span id={whyId} className="quiet">
          {word('hand', off)}
        </span>
      )}
    </div>
  )
}
