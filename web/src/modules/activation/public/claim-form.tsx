import { useState } from 'react'
import { useAct } from '../../../kit/query.ts'
import { TextField } from '../../../ui/light/field.tsx'
import { SmallForm } from './small-form.tsx'
import { t } from './texts.ts'

interface Asked {
  requestId: string
  minutes: number
  mobile: string
}

/** Name, end of the document and mobile, for a code. */
export function ClaimForm({ onAsked, onBack }: { onAsked: (asked: Asked) => void; onBack: () => void }) {
  const [entered, setEntered] = useState({ name: '', documentTail: '', mobile: '' })
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const ask = useAct('requestActivationCode', { invalidates: [] })
  const set = (name: keyof typeof entered) => (value: string) => setEntered({ ...entered, [name]: value })

  function submit() {
    const claim = {
      name: entered.name.trim(),
      documentTail: entered.documentTail.trim(),
      mobile: entered.mobile.replace(/\s/g, ''),
    }
    const lacks = lacking(claim)
    setWrong(lacks)
    if (Object.keys(lacks).length > 0) return
    ask.mutate(claim, { onSuccess: (asked) => onAsked({ ...asked, mobile: claim.mobile }) })
  }

  return (
    <SmallForm
      title={t('claimTitle')}
      wrong={wrong}
      error={ask.error}
      busy={ask.isPending}
      submit={t('sendCode')}
      onSubmit={submit}
      onBack={onBack}
    >
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        name="name"
        autoComplete="name"
        value={entered.name}
        onChange={set('name')}
        error={wrong.name}
      />
      <TextField
        label={t('documentTail')}
        hint={t('documentTailHint')}
        name="documentTail"
        autoComplete="off"
        maxLength={6}
        value={entered.documentTail}
        onChange={set('documentTail')}
        error={wrong.documentTail}
      />
      <TextField
        label={t('mobile')}
        name="mobile"
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
        value={entered.mobile}
        onChange={set('mobile')}
        error={wrong.mobile}
      />
    </SmallForm>
  )
}

function lacking(claim: { name: string; documentTail: string; mobile: string }): Record<string, string> {
  const lacks: Record<string, string> = {}
  if (claim.name === '') lacks.name = t('needed')
  if (!/^[0-9A-Za-z]{6}$/.test(claim.documentTail)) lacks.documentTail = t('tailNeeded')
  if (!/^1\d{10}$/.test(claim.mobile)) lacks.mobile = t('mobileNeeded')
  return lacks
}
