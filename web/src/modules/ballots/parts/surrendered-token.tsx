import { Button, Input } from 'antd'
import { useState } from 'react'
import { t } from '../phone-vote-texts.ts'
import { useStep } from './use-step.ts'

/** At the table with the paper: takes the code of a token that was given up on the phone. */
export function SurrenderedToken({ voteId, entryNo }: { voteId: string; entryNo: number }) {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const { busy, take } = useStep('acceptSurrender')
  const code = typed.replace(/\s/g, '').toLowerCase()
  if (!open)
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {t('takeCode')}
      </Button>
    )
  return (
    <span className="ballot-code">
      <Input
        size="small"
        aria-label={t('codeOf', { no: entryNo })}
        autoComplete="off"
        maxLength={15}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button
        size="small"
        type="primary"
        loading={busy}
        disabled={!/^[0-9a-f]{12}$/.test(code)}
        onClick={() => take({ voteId, entryNo, code })}
      >
        {t('accept')}
      </Button>
    </span>
  )
}
