import { useEffect, useRef, type FormEvent, type ReactNode } from 'react'
import { errorSentence, fieldSentences } from '../../../kit/errors.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { t } from './texts.ts'

interface Props {
  title: string
  /** What the fields lack, by name; a change of it puts the cursor into the first wrong one. */
  wrong: Readonly<Record<string, string>>
  error: Error | null
  busy: boolean
  submit: string
  onSubmit: () => void
  onBack: (() => void) | undefined
  children: ReactNode
}

/** One step on a phone: a title, what went wrong, some fields, one button. */
export function SmallForm({ title, wrong, error, busy, submit, onSubmit, onBack, children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLInputElement>('[aria-invalid]')?.focus(), [wrong])
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (!busy) onSubmit()
      }}
    >
      <h1>{title}</h1>
      {error && Object.keys(fieldSentences(error)).length === 0 && (
        <Notice tone="problem">{errorSentence(error)}</Notice>
      )}
      {children}
      <Button type="submit" look="primary" busy={busy}>
        {submit}
      </Button>
      {onBack && (
        <Button look="quiet" onClick={onBack}>
          {t('back')}
        </Button>
      )}
    </form>
  )
}
