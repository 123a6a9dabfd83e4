import { Button, Skeleton } from 'antd'
import type { MemberFile } from '#contract/people-records.ts'
import { CallError } from '../../../kit/call-error.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useReadWhen } from '../../../kit/query.ts'
import { Stop } from '../../../ui/console/stop.tsx'
import type { ReactNode } from 'react'
import { t } from '../texts.ts'
import { LinkButton } from './link-button.tsx'

/** Reads one file and draws it; says so while it comes, when nobody is found within scope, and when it could not be read. */
export function WithFile({
  personId,
  children,
}: {
  personId: string
  children: (file: MemberFile) => ReactNode
}) {
  const file = useReadWhen(true, 'getMember', { personId })
  if (file.data) return children(file.data)
  if (file.error instanceof CallError && file.error.status === 404)
    return (
      <Stop icon="search" title={t('notFoundTitle')} hint={t('notFoundHint')}>
        <LinkButton to="/members">{t('backToList')}</LinkButton>
      </Stop>
    )
  if (file.error)
    return (
      <Stop icon="warn" title={t('loadFailed')} hint={errorSentence(file.error)}>
        <Button onClick={() => void file.refetch()}>{t('retry')}</Button>
      </Stop>
    )
  return (
    <div className="page">
      <Skeleton active paragraph={{ rows: 10 }} />
    </div>
  )
}
