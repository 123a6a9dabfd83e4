import '../people.css'
import '../member-file.css'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { CallError } from '../../../kit/call-error.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, formatNumber } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import type { Output } from '../../../kit/call.ts'
import { Icon } from '../../../ui/icon.tsx'
import { endingName } from '../record-words.ts'
import { t } from '../texts.ts'
import { BackgroundChange } from './background-change.tsx'
import { membersChanged } from './members-changed.ts'
import type { LastChange } from './last-change.ts'

/** What a change of many did, who was passed over and why, and the way back. */
export function ChangeResult({ change, onClose }: { change: LastChange; onClose: () => void }) {
  const [undone, setUndone] = useState<Output<'undoMassChange'>>()
  const { changeId, changed, leftOut, jobId } = change.result
  if (jobId !== null) return <BackgroundChange jobId={jobId} onClose={onClose} />
  const nobody = changed === 0 && change.result.proposed === 0
  return (
    <section className="panel change-result" role="status" aria-live="polite">
      <p className="change-result-head">
        <Icon name={nobody ? 'info' : 'check'} />
        <strong>{undone ? undoneWords(undone) : resultWords(change)}</strong>
      </p>
      {leftOut.length > 0 && !undone && (
        <details open={leftOut.length <= 5}>
          <summary>{t('leftOut', { count: formatNumber(leftOut.length) })}</summary>
          <ul>
            {leftOut.map((one) => (
              <li key={one.personId}>
                <Link to={`/members/${one.personId}`} search={{} as never}>
                  {one.name}
                </Link>
                <span>{errorSentence(new CallError(422, { code: one.code }))}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="change-result-actions">
        {changeId !== null && !undone && <Undo changeId={changeId} count={changed} onUndone={setUndone} />}
        <Button onClick={onClose}>{t('close')}</Button>
      </div>
    </section>
  )
}

interface UndoProps {
  changeId: string
  count: number
  onUndone: (answer: Output<'undoMassChange'>) => void
}

function Undo({ changeId, count, onUndone }: UndoProps) {
  const { message } = App.useApp()
  const confirm = useConfirm()
  const undo = useAct('undoMassChange', { invalidates: membersChanged })
  async function ask() {
    const verb = t('undoVerb', { count: formatNumber(count) })
    if (!(await confirm({ title: t('undoTitle'), body: t('undoBody'), verb }))) return
    undo.mutate(
      { changeId },
      { onSuccess: onUndone, onError: (error) => void message.error(errorSentence(error), 8) },
    )
  }
  return (
    <Button loading={undo.isPending} onClick={() => void ask()}>
      {t('undo')}
    </Button>
  )
}

function resultWords({ kind, on, result }: LastChange): string {
  const date = formatDay(on)
  if (result.proposed > 0) return t('doneProposed', { count: result.proposed })
  if (result.changed === 0) return t('doneNobody')
  const count = formatNumber(result.changed)
  return kind === 'move'
    ? t('doneMove', { count, date })
    : t('doneEnd', { count, date, kind: endingName(kind) })
}

function undoneWords({ restored, left }: Output<'undoMassChange'>): string {
  const words = t('undone', { restored: formatNumber(restored) })
  return left > 0 ? `${words} ${t('undoneLeft', { left })}` : words
}
