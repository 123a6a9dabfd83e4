import type { ActivationTicket } from '#contract/activation.ts'
import { useState } from 'react'
import { useAct, useRead } from '../../../kit/query.ts'
import { TextField } from '../../../ui/light/field.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { SmallForm } from './small-form.tsx'
import { t } from './texts.ts'

interface Props {
  requestId: string
  minutes: number
  onProved: (proof: ActivationTicket) => void
  onBack: () => void
}

/** The code that came, or did not: what is said is the same either way. */
export function CodeForm({ requestId, minutes, onProved, onBack }: Props) {
  const [code, setCode] = useState('')
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const ways = useRead('getActivationWays')
  const tryCode = useAct('confirmActivationCode', { invalidates: [] })

  function submit() {
    const typed = code.replace(/\s/g, '')
    const lacks: Record<string, string> = /^\d{6}$/.test(typed) ? {} : { code: t('codeNeeded') }
    setWrong(lacks)
    if (lacks.code) return
    tryCode.mutate(
      { requestId, code: typed },
      {
        onSuccess: ({ outcome, triesLeft, proof }) => {
          if (proof) onProved(proof)
          else
            setWrong({
              code:
                outcome === 'wrong' && triesLeft > 0 ? t('codeWrong', { left: triesLeft }) : t('codeSpent'),
            })
        },
      },
    )
  }

  return (
    <SmallForm
      title={t('codeTitle')}
      wrong={wrong}
      error={tryCode.error}
      busy={tryCode.isPending}
      submit={t('confirm')}
      onSubmit={submit}
      onBack={onBack}
    >
      <Notice tone="info">
        {t('codeSent', { minutes })}
        {ways.data?.demo && (
          <p>
            <a href="/outbox" target="_blank" rel="noreferrer">
              {t('demoOutbox')}
            </a>
          </p>
        )}
      </Notice>
      <TextField
        label={t('code')}
        name="code"
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={6}
        autoFocus
        value={code}
        onChange={setCode}
        error={wrong.code}
      />
    </SmallForm>
  )
}
