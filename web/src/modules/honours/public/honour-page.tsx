import { language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { NotOpened } from '../../public-pages/not-opened.tsx'
import { t } from '../public-texts.ts'

/** A released honour for everybody; withdrawn it names nobody. */
export function PublicHonourPage({ code, id }: { code: string; id: string }) {
  const { data, error, refetch } = useRead('getPublicHonour', { federationCode: code, publicId: id })
  if (error) return <NotOpened error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton lines={6} label={t('loading')} />
  const title = language() === 'zh' ? data.titleZh : data.titleEn
  return (
    <>
      <h1>{title}</h1>
      {data.holder === null || data.deed === null ? (
        <Empty icon="info" title={t('gone')} hint={t('goneHint', { day: formatDay(data.withdrawnOn!) })} />
      ) : (
        <div className="public-paper">
          <Facts
            facts={[
              [t('holder'), data.holder],
              [t('deed'), data.deed],
              [t('by'), data.organisationName],
              [t('documentNo'), data.documentNo],
              [t('grantedOn'), formatDay(data.grantedOn)],
              [t('expiresOn'), data.expiresOn === null ? t('forLife') : formatDay(data.expiresOn)],
            ]}
          />
        </div>
      )}
      <p className="public-back">
        <a href={`/public/${code}`}>{t('back')}</a>
      </p>
    </>
  )
}
