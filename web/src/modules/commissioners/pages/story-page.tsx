import '../commissioners.css'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { GapTags } from '../parts/gap-tags.tsx'
import { StoryParts } from '../parts/story-parts.tsx'
import { t } from '../texts.ts'

/** 一家一页: one two-new organisation, what it lacks, why, who serves there and what happened. */
export default function StoryPage() {
  const organisationId = useParam('twoNewId')
  const { data, error } = useRead('getOrganisationStory', { organisationId })
  if (error)
    return (
      <Page title={t('story')}>
        <p className="problem">{errorSentence(error)}</p>
      </Page>
    )
  if (!data) return <Skeleton active paragraph={{ rows: 10 }} aria-label={t('loading')} />
  return (
    <Page
      title={data.name}
      note={<GapTags gaps={data.gaps} />}
      actions={
        <Link
          className="button-link"
          to="/organisations/$organisationId"
          params={{ organisationId } as never}
          search={{} as never}
        >
          {t('register')}
        </Link>
      }
    >
      <StoryParts organisation={data} />
    </Page>
  )
}
