import { Input } from 'antd'
import { useRef } from 'react'
import { useConfirm } from '../../../kit/confirm.tsx'
import { p } from '../point-texts.ts'

/** Asks why something is taken back: gives the reason, or null where somebody gave it up. The server wants four characters or more. */
export function useReason(): (asked: {
  title: string
  body: string
  verb: string
}) => Promise<string | null> {
  const confirm = useConfirm()
  const reason = useRef('')
  return async ({ title, body, verb }) => {
    reason.current = ''
    const question = (
      <>
        <p>{body}</p>
        <Input
          aria-label={p('reason')}
          placeholder={`${p('reason')}：${p('needReason')}`}
          maxLength={300}
          onChange={(event) => (reason.current = event.target.value)}
        />
      </>
    )
    return (await confirm({ title, body: question, verb })) ? reason.current : null
  }
}
