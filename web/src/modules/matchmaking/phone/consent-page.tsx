import './entry.css'
import { inLanguage } from '../../consents/words.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { goBack } from '../../../kit/phone/router.tsx'
import { useAct, useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { t } from './entry-texts.ts'

/** What matchmaking does with my data, to be agreed to by itself. */
export default function ConsentPage() {
  const privacy = useRead('getOwnPrivacy')
  const give = useAct('giveConsent', { invalidates: ['getOwnPrivacy', 'getOwnMatchmaking'] })
  if (privacy.isPending) return <Skeleton lines={8} label={t('loading')} />
  const purpose = privacy.data?.purposes.find((each) => each.code === 'matchmaking')
  if (purpose === undefined)
    return <Empty icon="offline" title={t('title')} hint={errorSentence(privacy.error)} />
  const agree = () =>
    give.mutate(
      { purpose: purpose.code, version: purpose.version },
      { onSuccess: () => goBack('/matchmaking') },
    )
  return (
    <article className="sheet entry-words">
      <h2>{t('consentLead')}</h2>
      <p>{inLanguage(purpose.method)}</p>
      <p>{t('kinds', { kinds: inLanguage(purpose.kinds) })}</p>
      <p>{t('keep', { keep: inLanguage(purpose.retention) })}</p>
      <p>{t('basis', { document: purpose.document })}</p>
      <p className="field-hint">{t('consentFree')}</p>
      {give.error && <Notice tone="problem" title={errorSentence(give.error)} />}
      {purpose.state === 'given' ? (
        <Notice tone="done" title={t('agreed')} />
      ) : (
        <Button look="primary" busy={give.isPending} onClick={agree}>
          {t('agree')}
        </Button>
      )}
    </article>
  )
}
