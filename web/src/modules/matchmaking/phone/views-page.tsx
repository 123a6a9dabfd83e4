import '../../people/phone/people.css'
import './entry.css'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { postName } from '../../access/posts.ts'
import { t } from './entry-texts.ts'

/** Who of the staff looked at my profile, when and on what occasion. */
export default function ViewsPage() {
  const views = useRead('listOwnProfileViews')
  if (views.isPending) return <Skeleton lines={6} label={t('loading')} />
  if (!views.data)
    return (
      <Empty icon="offline" title={t('views')} hint={errorSentence(views.error)}>
        <Button look="primary" onClick={() => void views.refetch()}>
          {t('retry')}
        </Button>
      </Empty>
    )
  const { items } = views.data
  if (items.length === 0) return <Empty icon="eye" title={t('noViews')} hint={t('noViewsHint')} />
  return (
    <div className="entry-page">
      {items.map((view) => (
        <article key={view.id} className="sheet request">
          <h2>
            {view.organisationName} {postName(view.post)}
          </h2>
          <p>{t(`occasion_${view.occasion}`)}</p>
          <small className="figures">{formatInstant(view.viewedAt)}</small>
        </article>
      ))}
    </div>
  )
}
