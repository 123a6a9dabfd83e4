import './phone.css'
import type { OrganisationStory } from '#contract/commissioners.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatNumber, formatPeriod } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import type { PhonePageProps } from '../../../kit/routes.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { gapStep, kindName } from '../gap-words.ts'
import { t } from './texts.ts'

/** One organisation, short: what to do next, who serves there, what it has. */
export default function UnitPage({ params }: PhonePageProps) {
  const story = useRead('getOrganisationStory', { organisationId: params.twoNewId ?? '' })
  if (story.error) return <Empty icon="organisation" title={t('failed')} hint={errorSentence(story.error)} />
  if (!story.data) return <Skeleton lines={8} label={t('loading')} />
  return <Drawn organisation={story.data} />
}

function Drawn({ organisation }: { organisation: OrganisationStory }) {
  const { gaps, posts, due, workers, partyBody, union, chair } = organisation
  const held = posts.filter(({ endReason }) => endReason === null)
  return (
    <div className="unit-sheets">
      <section className="sheet">
        <h2>{organisation.name}</h2>
        <Facts
          facts={[
            [t('posts'), due ? t('due') : t('notDue')],
            ...(workers === null
              ? []
              : [[t('staff'), t('workers', { count: formatNumber(workers) })] as const]),
            [t('partyBody'), partyBody ?? t('lacking')],
            [t('union'), union ?? t('lacking')],
            [t('chair'), chair ?? t('lacking')],
          ]}
        />
      </section>
      <section className="sheet">
        <h2>{t('next')}</h2>
        {gaps.length === 0 && <p>{t('nothing')}</p>}
        {gaps.map((gap) => (
          <p key={gap}>{gapStep(gap)}</p>
        ))}
      </section>
      <section className="sheet">
        <h2>{t('posts')}</h2>
        {held.length === 0 && <p>{t('noPosts')}</p>}
        <Facts
          facts={held.map((post) => [
            post.name,
            `${kindName(post.kind)} · ${formatPeriod(post.startsOn, post.endsBefore)}`,
          ])}
        />
      </section>
    </div>
  )
}
