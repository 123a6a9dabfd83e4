import { useEffect, useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct, useReadWhen } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { TextField } from '../../../ui/light/field.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { t } from './membership-texts.ts'

interface Union {
  id: string
  name: string
  code: string
}

/** Asks for a transfer to a union found by name. */
export function TransferRequest({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const [union, setUnion] = useState<Union>()
  const [reason, setReason] = useState('')
  const ask = useAct('requestOwnTransfer', { invalidates: ['listOwnTransfers'] })
  const send = () => {
    if (!union) return
    const text = reason.trim()
    ask.mutate({ toUnionId: union.id, ...(text.length > 1 ? { reason: text } : {}) }, { onSuccess: onDone })
  }
  return (
    <form
      className="sheet"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {union ? (
        <p className="chosen-union">
          <small>{t('chosenUnion')}</small> {union.name}
          <Button look="quiet" onClick={() => setUnion(undefined)}>
            {t('otherUnion')}
          </Button>
        </p>
      ) : (
        <UnionFinder onChosen={setUnion} />
      )}
      <TextField
        label={t('reason')}
        hint={t('reasonHint')}
        value={reason}
        onChange={setReason}
        maxLength={200}
      />
      {ask.error && <Notice tone="problem" title={errorSentence(ask.error)} />}
      <div className="phone-actions">
        <Button look="primary" type="submit" busy={ask.isPending} why={union ? undefined : t('chooseFirst')}>
          {t('send')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}

const typingPauseMs = 300

function UnionFinder({ onChosen }: { onChosen: (union: Union) => void }) {
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), typingPauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useReadWhen(q, 'findUnions', { q })
  return (
    <>
      <TextField
        label={t('findUnion')}
        hint={t('findUnionHint')}
        type="search"
        value={typed}
        onChange={setTyped}
        maxLength={60}
      />
      {q && found.data?.items.length === 0 && <p className="file-wrong">{t('noUnion')}</p>}
      {q && (
        <ul className="union-choices">
          {found.data?.items.map((union) => (
            <li key={union.id}>
              <button type="button" onClick={() => onChosen(union)}>
                <span>{union.name}</span>
                <small className="figures">{union.code}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
