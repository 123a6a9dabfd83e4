import './consents.css'
import type { OwnPurpose } from '#contract/consents.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, formatInstant, shanghaiDate } from '../../../kit/format.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { NoticeWords } from '../parts/notice-text.tsx'
import { breachKindName, inLanguage } from '../words.ts'
import { t } from './texts.ts'

/** What my data are used for, what I agreed to, and the notice. Agreeing and withdrawing are one press each. */
export default function PrivacyPage() {
  const privacy = useRead('getOwnPrivacy')
  if (privacy.isPending) return <Skeleton lines={8} label={t('loading')} />
  if (!privacy.data) {
    return (
      <Empty icon="offline" title={t('notice')} hint={errorSentence(privacy.error)}>
        <Button look="primary" onClick={() => void privacy.refetch()}>
          {t('retry')}
        </Button>
      </Empty>
    )
  }
  const { notice, purposes, breaches } = privacy.data
  return (
    <>
      {breaches.length > 0 && (
        <section className="privacy-part">
          <h2>{t('breaches')}</h2>
          {breaches.map((one) => (
            <Notice key={one.id} tone="due" title={formatInstant(one.noticedAt)}>
              <p>{one.kinds.map(breachKindName).join('、')}</p>
              <p>{one.harm}</p>
              <p>{one.remedy}</p>
            </Notice>
          ))}
        </section>
      )}
      <section className="privacy-part">
        <h2>{t('purposes')}</h2>
        <p>{t('purposesHint')}</p>
        {purposes.map((one) => (
          <Purpose key={one.code} purpose={one} />
        ))}
      </section>
      <section className="privacy-part">
        <h2>{t('notice')}</h2>
        <div className="sheet">
          <NoticeWords text={inLanguage({ zh: notice.zh, en: notice.en })} />
        </div>
      </section>
    </>
  )
}

function Purpose({ purpose }: { purpose: OwnPurpose }) {
  const give = useAct('giveConsent', { invalidates: ['getOwnPrivacy'] })
  const withdraw = useAct('withdrawConsent', { invalidates: ['getOwnPrivacy'] })
  const problem = give.error ?? withdraw.error
  const name = inLanguage(purpose.name)
  return (
    <article className="sheet purpose">
      <h3>{name}</h3>
      <p>{inLanguage(purpose.method)}</p>
      <p>{t('kinds', { kinds: inLanguage(purpose.kinds) })}</p>
      <p>{t('keep', { keep: inLanguage(purpose.retention) })}</p>
      <p>
        {t('basis', { document: purpose.document })}
        {purpose.separate && ` · ${t('separate')}`}
      </p>
      <p className="purpose-state">{stateWords(purpose)}</p>
      {problem && <Notice tone="problem" title={errorSentence(problem)} />}
      {purpose.state === 'given' && (
        <Button
          label={`${t('withdraw')}：${name}`}
          busy={withdraw.isPending}
          onClick={() => withdraw.mutate({ purpose: purpose.code })}
        >
          {t('withdraw')}
        </Button>
      )}
      {purpose.state !== 'given' && purpose.state !== 'not_asked' && (
        <Button
          label={`${t('agree')}：${name}`}
          busy={give.isPending}
          onClick={() => give.mutate({ purpose: purpose.code, version: purpose.version })}
        >
          {t('agree')}
        </Button>
      )}
    </article>
  )
}

function stateWords({ state, since }: OwnPurpose): string {
  const date = since ? formatDay(shanghaiDate(since)) : ''
  switch (state) {
    case 'given':
      return t('given', { date })
    case 'withdrawn':
      return t('withdrawnState', { date })
    default:
      return t(state)
  }
}
