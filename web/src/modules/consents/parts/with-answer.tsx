import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { errorSentence } from '../../../kit/errors.ts'

interface Answer<Data> {
  data: Data | undefined
  error: Error | null
}

/** Draws an answer; while it comes, grey bars; where it was refused, why. */
export function WithAnswer<Data>({
  answer,
  children,
}: {
  answer: Answer<Data>
  children: (data: Data) => ReactNode
}) {
  if (answer.error) return <p className="problem">{errorSentence(answer.error)}</p>
  return answer.data === undefined ? <Skeleton active /> : children(answer.data)
}
