import { language } from '../../../i18n/language.ts'
import { formatDay } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { NotOpened } from '../../public-pages/not-opened.tsx'
import { t } from '../public-texts.ts'

/** Whether the certificate of an honour is genuine and still stands, for whoever holds it; of a person the family name. */
export function HonourCertificatePage({ code, certificate }: { code: string; certificate: string }) {
  const { data, error, refetch } = useRead('verifyHonour', { federationCode: code, code: certificate })
  if (error) return <NotOpened error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton lines={6} label={t('loading')} />
  return (
    <>
      <h1>{t(data.state)}</h1>
      <div className="public-paper">
        <Facts
          facts={[
            [t('which'), language() === 'zh' ? data.titleZh : data.titleEn],
            [t('holder'), data.holder],
            [t('by'), data.organisationName],
            [t('documentNo'), data.documentNo],
            [t('grantedOn'), formatDay(data.grantedOn)],
            ...(data.revokedOn === null ? [] : [[t('revokedOn'), formatDay(data.revokedOn)] as const]),
          ]}
        />
      </div>
    </>
  )
}
