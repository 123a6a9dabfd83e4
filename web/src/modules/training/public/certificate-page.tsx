import { formatDay } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { NotOpened } from '../../public-pages/not-opened.tsx'
import { t } from '../texts.ts'
import { kindName } from '../words.ts'

/** Whether a training certificate is genuine, for whoever holds it; of the name the first character. */
export function CertificatePage({ code, certificate }: { code: string; certificate: string }) {
  const { data, error, refetch } = useRead('verifyTrainingCertificate', {
    federationCode: code,
    code: certificate,
  })
  if (error) return <NotOpened error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton lines={6} label={t('loading')} />
  return (
    <>
      <h1>{t('genuine')}</h1>
      <p>{t('proofWords', { issuer: data.issuedBy })}</p>
      <div className="public-paper">
        <Facts
          facts={[
            [t('number'), data.number],
            [t('name'), data.nameHint],
            [t('courseTitle'), data.title],
            [t('kind'), kindName(data.kind)],
            [t('hours'), String(data.classHours)],
            [t('completedOn'), formatDay(data.completedOn)],
            [t('issuedBy'), data.issuedBy],
          ]}
        />
      </div>
    </>
  )
}
