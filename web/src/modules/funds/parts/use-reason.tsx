import { Input } from 'antd'
import { useRef, type ReactNode } from 'react'
import { useConfirm } from '../../../kit/confirm.tsx'
import { p } from '../point-texts.ts'
import { t } from '../texts.ts'

const leastCharacters = 4

/**
 * Asks why something is taken back or sent back: gives the reason, or null where somebody gave it up. A reason shorter than the server takes is asked
 * for once more.
 */
export function useReason(): (asked: {
  title: string
  body?: ReactNode
  verb: string
}) => Promise<string | null> {
  const confirm = useConfirm()
  const reason = useRef('')
  return async ({ title, body, verb }) => {
    reason.current = ''
    let isAgain = false
    while (true) {
      const question = (
        <>
          {body && <p>{body}</p>}
          <Input
            aria-label={p('reason')}
            placeholder={t('labelled', { label: p('reason'), words: p('needReason') })}
            defaultValue={reason.current}
            maxLength={300}
            status={isAgain ? 'error' : ''}
            onChange={(event) => (reason.current = event.target.value)}
          />
          {isAgain && <p className="problem">{p('needReason')}</p>}
        </>
      )
      if (!(await confirm({ title, body: question, verb }))) return null
      if (reason.current.trim().length >= leastCharacters) return reason.current.trim()
      isAgain = true
    }
  }
}
