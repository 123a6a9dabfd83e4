import { CallError } from '../../kit/call-error.ts'
import { errorSentence } from '../../kit/errors.ts'
import { Button } from '../../ui/light/button.tsx'
import { Empty } from '../../ui/light/empty.tsx'
import { t } from './texts.ts'

/** What stands in place of a public page that is not there, or did not come. */
export function NotOpened({ error, retry }: { error: Error; retry: () => void }) {
  if (error instanceof CallError && (error.status === 404 || error.status === 400))
    return <Empty icon="search" title={t('missing')} hint={t('missingHint')} />
  return (
    <Empty icon="offline" title={t('failed')} hint={errorSentence(error)}>
      <Button look="primary" onClick={retry}>
        {t('retry')}
      </Button>
    </Empty>
  )
}
