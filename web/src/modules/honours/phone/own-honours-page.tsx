import { language } from '../../../i18n/language.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { t } from '../public-texts.ts'

/** My honours, the latest first, each with its certificate. */
export default function OwnHonoursPage() {
  const own = useRead('listOwnHonours')
  if (own.isPending) return <Skeleton lines={6} label={t('loading')} />
  if (!own.data) return <Empty icon="offline" title={t('own')} hint={errorSentence(own.error)} />
  if (own.data.items.length === 0) return <Empty icon="card" title={t('none')} hint={t('noneHint')} />
  return (
    <>
      {own.data.items.map((one) => (
        <section key={one.id} className="sheet" aria-label={`${one.titleZh} ${one.documentNo}`}>
          <h2>{language() === 'zh' ? one.titleZh : one.titleEn}</h2>
          <p>{one.deed}</p>
          <p className="quiet">
            {one.organisationName}
            <br />
            {one.documentNo} · {formatDay(one.grantedOn)}
            {one.isPublic === 'yes' && ` · ${t('isPublic')}`}
          </p>
          {one.revokedOn === null ? (
            <a className="button button-plain" href={`/api/v1/me/honours/${one.id}/certificate`} download>
              {t('fetch')}
            </a>
          ) : (
            <Notice
              tone="due"
              title={t('takenBack', {
                day: formatDay(one.revokedOn),
                reason: one.revokedBecause ?? '',
              })}
            />
          )}
        </section>
      ))}
    </>
  )
}
