import { useEffect } from 'react'
import { useRead } from '../../kit/query.ts'
import { Icon } from '../../ui/icon.tsx'
import { Empty } from '../../ui/light/empty.tsx'
import { Skeleton } from '../../ui/light/waiting.tsx'
import { NotOpened } from './not-opened.tsx'
import { t } from './texts.ts'

/** Which federations have published something; one press opens theirs. */
export function FederationsPage() {
  const { data, error, refetch } = useRead('listPublicFederations')
  useEffect(() => {
    document.title = `${t('title')} · 工会`
  }, [])
  if (error) return <NotOpened error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton lines={6} label={t('loading')} />
  if (data.items.length === 0) return <Empty icon="services" title={t('none')} hint={t('noneHint')} />
  return (
    <>
      <h1>{t('choose')}</h1>
      <p className="public-hint">{t('chooseHint')}</p>
      <ul className="public-list">
        {data.items.map(({ code, name }) => (
          <li key={code}>
            <a href={`/public/${code}`}>
              <strong>{name}</strong>
              <Icon name="next" size={18} />
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
