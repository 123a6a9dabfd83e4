import type { ReactNode } from 'react'
import type { OwnMatchmaking } from '#contract/matchmaking-entry.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { t } from './entry-texts.ts'

/** Reads how I stand and draws a page with it; while it is read, and when it cannot be, it says so. */
export function WithOwnStanding({ children }: { children: (own: OwnMatchmaking) => ReactNode }) {
  const own = useRead('getOwnMatchmaking')
  if (own.isPending) return <Skeleton lines={6} label={t('loading')} />
  if (!own.data)
    return (
      <Empty icon="offline" title={t('title')} hint={errorSentence(own.error)}>
        <Button look="primary" onClick={() => void own.refetch()}>
          {t('retry')}
        </Button>
      </Empty>
    )
  return <>{children(own.data)}</>
}
