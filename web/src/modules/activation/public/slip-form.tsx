import type { ActivationTicket } from '#contract/activation.ts'
import { useState } from 'react'
import { useAct } from '../../../kit/query.ts'
import { TextField } from '../../../ui/light/field.tsx'
import { SmallForm } from './small-form.tsx'
import { t } from './texts.ts'

interface Props {
  /** The code of a scanned slip; '' when it is to be typed. */
  slip: string
  onProved: (proof: ActivationTicket) => void
  onBack: () => void
}

/** The printed slip and the end of the document. */
export function SlipForm({ slip, onProved, onBack }: Props) {
  const [entered, setEntered] = useState({ slip, documentTail: '' })
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const prove = useAct('confirmActivationSlip', { invalidates: [] })
  const set = (name: keyof typeof entered) => (value: string) => setEntered({ ...entered, [name]: value })

  function submit() {
    const documentTail = entered.documentTail.trim()
    const lacks: Record<string, string> = {}
    if (entered.slip.replace(/[^0-9A-Za-z]/g, '').length !== 12) lacks.slip = t('slipNeeded')
    if (!/^[0-9A-Za-z]{6}$/.test(documentTail)) lacks.documentTail = t('tailNeeded')
    setWrong(lacks)
    if (Object.keys(lacks).length > 0) return
    prove.mutate({ slip: entered.slip.trim(), documentTail }, { onSuccess: onProved })
  }

  return (
    <SmallForm
      title={t('slipTitle')}
      wrong={wrong}
      error={prove.error}
      busy={prove.isPending}
      submit={t('confirm')}
      onSubmit={submit}
      onBack={onBack}
    >
      <TextField
        label={t('slip')}
        hint={t('slipHint')}
        name="slip"
        autoComplete="off"
        maxLength={20}
        value={entered.slip}
        onChange={set('slip')}
        error={wrong.slip}
      />
      <TextField
        label={t('documentTail')}
        hint={t('slipTailHint')}
        name="documentTail"
        autoComplete="off"
        maxLength={6}
        value={entered.documentTail}
        onChange={set('documentTail')}
        error={wrong.documentTail}
      />
    </SmallForm>
  )
}
