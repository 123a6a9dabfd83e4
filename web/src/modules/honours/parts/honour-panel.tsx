import { App, Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import type { Honour } from '#contract/honours.ts'
import { language } from '../../../i18n/language.ts'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatAside, formatDate } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { honoursChanged } from '../honours-changed.ts'
import { t } from '../texts.ts'
import { Release } from './release.tsx'

/** One honour with its deed and the code of its certificate; who may takes it back here. */
export function HonourPanel({ honourId }: { honourId: string }) {
  const list = useRead('listHonours', { honourId })
  const honour = list.data?.items[0]
  const mayConfer = useMay('honours.confer')
  if (list.error) return <p className="problem">{errorSentence(list.error)}</p>
  if (honour === undefined) return null
  return (
    <>
      <Facts facts={factsOf(honour)} />
      {honour.state !== 'revoked' && (
        <div className="panel-actions">
          <DownloadButton
            operation="downloadHonourCertificate"
            input={() => Promise.resolve({ honourId })}
            label={t('certificate')}
          />
        </div>
      )}
      {mayConfer && honour.state !== 'revoked' && (
        <>
          <section aria-label={t('public')}>
            <h3 className="section-title">{t('public')}</h3>
            <Release honour={honour} />
          </section>
          <section aria-label={t('revoke')}>
            <h3 className="section-title">{t('revoke')}</h3>
            <Revoke honourId={honour.id} />
          </section>
        </>
      )}
    </>
  )
}

function factsOf(honour: Honour): (readonly [string, string])[] {
  return [
    [t('holder'), honour.holderName],
    [t('which'), language() === 'zh' ? honour.titleZh : honour.titleEn],
    [t('by'), honour.organisationName],
    [t('deed'), honour.deed],
    [t('documentNo'), honour.documentNo],
    [t('grantedOn'), formatDate(honour.grantedOn)],
    [t('expiresOn'), honour.expiresOn === null ? t('forLife') : formatDate(honour.expiresOn)],
    [
      t('state'),
      honour.revokedOn === null
        ? t(honour.state)
        : t('revokedWhy', { day: formatDate(honour.revokedOn), reason: honour.revokedBecause ?? '' }),
    ],
    [t('public'), t(`public_${honour.isPublic}`)],
    [t('code'), `${honour.code}${formatAside(t('codeHint'))}`],
  ]
}

function Revoke({ honourId }: { honourId: string }) {
  const [reason, setReason] = useState('')
  const [yuan, setYuan] = useState<number | null>(null)
  const { message } = App.useApp()
  const revoke = useAct('revokeHonour', { invalidates: honoursChanged })
  return (
    <div className="panel-form">
      <label htmlFor="revoke-reason">{t('why')}</label>
      <Input
        id="revoke-reason"
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <label htmlFor="revoke-money">{t('recovered')}</label>
      <InputNumber id="revoke-money" min={0.01} precision={2} value={yuan} onChange={setYuan} />
      <Button
        danger
        disabled={reason.trim() === ''}
        loading={revoke.isPending}
        onClick={() =>
          revoke.mutate(
            { honourId, reason, recoveredFen: yuan === null ? null : Math.round(yuan * 100) },
            { onError: (error) => void message.error(errorSentence(error), 8) },
          )
        }
      >
        {t('revoke')}
      </Button>
      {reason.trim() === '' && <span className="quiet">{t('whyMissing')}</span>}
    </div>
  )
}
