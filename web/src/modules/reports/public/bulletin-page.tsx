import { useEffect } from 'react'
import { language } from '../../../i18n/language.ts'
import { formatDay, shanghaiDate } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { Empty } from '../../../ui/light/empty.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { NotOpened } from '../../public-pages/not-opened.tsx'
import { t as common } from '../../public-pages/texts.ts'
import { t } from '../bulletin-texts.ts'
import { BulletinText } from '../parts/bulletin-text.tsx'

/** A released bulletin for everybody; each figure opens its definition, period and total as released. */
export function PublicBulletinPage({ code, id }: { code: string; id: string }) {
  const { data, error, refetch } = useRead('getPublicBulletin', { federationCode: code, publicId: id })
  const title = language() === 'zh' ? data?.titleZh : data?.titleEn
  useEffect(() => {
    if (title) document.title = title
  }, [title])
  if (error) return <NotOpened error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton lines={10} label={t('loading')} />
  const { withdrawal } = data
  if (withdrawal)
    return (
      <>
        <h1>{title}</h1>
        <Empty
          icon="info"
          title={t('gone')}
          hint={t('goneHint', {
            day: formatDay(shanghaiDate(withdrawal.withdrawnAt)),
            reason: withdrawal.reason,
          })}
        >
          <a href={`/public/${code}`}>{t('back')}</a>
        </Empty>
      </>
    )
  return (
    <>
      {data.federation.demo && <p className="public-demo">{common('demo')}</p>}
      <p className="bulletin-tap">{t('tapHint')}</p>
      <div className="public-paper">
        <BulletinText blocks={language() === 'zh' ? data.zh : data.en} figures={data.figures} />
        <p className="bulletin-meta">
          {data.organisationName}
          <br />
          {t('issuedOn', { day: formatDay(shanghaiDate(data.releasedAt)) })}
        </p>
      </div>
      <p className="public-back">
        <a href={`/public/${code}`}>{t('back')}</a>
      </p>
    </>
  )
}
