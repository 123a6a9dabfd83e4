import { useEffect } from 'react'
import type { PublicItem } from '#contract/public-pages.ts'
import { language } from '../../i18n/language.ts'
import { formatDay } from '../../kit/format.ts'
import { useRead } from '../../kit/query.ts'
import { Icon } from '../../ui/icon.tsx'
import { Skeleton } from '../../ui/light/waiting.tsx'
import { NotOpened } from './not-opened.tsx'
import { t } from './texts.ts'

/** What one federation has published, by kind; a kind of which there is nothing is not named. */
export function FederationPage({ code }: { code: string }) {
  const { data, error, refetch } = useRead('getPublicFederation', { federationCode: code })
  useEffect(() => {
    if (data) document.title = `${data.name} · ${t('title')}`
  }, [data])
  if (error) return <NotOpened error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton lines={8} label={t('loading')} />
  return (
    <>
      <h1>{data.name}</h1>
      {data.demo && <p className="public-demo">{t('demo')}</p>}
      {data.sections.map(({ kind, items }) => (
        <section key={kind} aria-label={kindName(kind)}>
          <h2>{kindName(kind)}</h2>
          <ul className="public-list">
            {items.map((item) => (
              <Item key={item.id} item={item} to={`/public/${code}/${kind}/${item.id}`} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Item({ item, to }: { item: PublicItem; to: string }) {
  const title = language() === 'zh' ? item.titleZh : item.titleEn
  return (
    <li>
      <a href={to}>
        <span>
          <strong>{title}</strong>
          <small>
            {t('issued', { issuer: item.issuer, day: formatDay(item.on) })}
            {item.withdrawnOn !== null && (
              <em className="public-withdrawn">
                <Icon name="info" size={16} />
                {t('withdrawn')}
              </em>
            )}
          </small>
        </span>
        <Icon name="next" size={18} />
      </a>
    </li>
  )
}

function kindName(kind: string): string {
  return kind === 'bulletins' || kind === 'honours' || kind === 'notices' ? t(kind) : kind
}
