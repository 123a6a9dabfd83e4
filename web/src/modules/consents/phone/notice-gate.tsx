import './consents.css'
import type { ReactNode } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { NoticeWords } from '../parts/notice-text.tsx'
import { inLanguage } from '../words.ts'
import { t } from './texts.ts'

/** Shows the privacy notice before the first use, and once more after each new version. Without a connection nobody is held up. */
export default function NoticeGate({ children }: { children: ReactNode }) {
  const privacy = useRead('getOwnPrivacy')
  const acknowledge = useAct('acknowledgeNotice', { invalidates: ['getOwnPrivacy'] })
  if (privacy.isPending) return <Skeleton lines={6} label={t('loading')} />
  if (!privacy.data || privacy.data.acknowledgedVersion === privacy.data.notice.version) return children
  const { notice } = privacy.data
  return (
    <section className="privacy-part">
      <h2>{t('before')}</h2>
      <p>{t('beforeHint')}</p>
      <div className="sheet">
        <NoticeWords text={inLanguage({ zh: notice.zh, en: notice.en })} />
      </div>
      {acknowledge.error && <Notice tone="problem" title={errorSentence(acknowledge.error)} />}
      <Button
        look="primary"
        busy={acknowledge.isPending}
        onClick={() => acknowledge.mutate({ version: notice.version })}
      >
        {t('haveRead')}
      </Button>
    </section>
  )
}
