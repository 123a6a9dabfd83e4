import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Skeleton, Tabs } from 'antd'
import type { Organisation } from '#contract/organisation-shapes.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, formatMoney } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam, useSearchText } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { BelowAndCovered } from '../parts/below.tsx'
import { NumbersAndTerms } from '../parts/numbers.tsx'
import { OrganisationFacts, OrganisationLink } from '../parts/organisation-facts.tsx'
import { Procedures } from '../parts/procedures.tsx'
import { Story } from '../parts/story.tsx'
import { t } from '../texts.ts'
import '../organisations.css'

/** One organisation: how it is, its whole story, what stands below it, its numbers and terms, and what may be done with it. */
export default function OrganisationPage() {
  const organisationId = useParam('organisationId')
  const search = useSearchText()
  const navigate = useNavigate()
  const { data, error } = useRead('getOrganisation', { organisationId })
  if (error) return <Missing sentence={errorSentence(error)} />
  if (!data || data.id !== organisationId) return <Skeleton active paragraph={{ rows: 10 }} />
  return (
    <Page
      title={data.name}
      note={<Crumbs organisation={data} />}
      actions={<Procedures organisation={data} />}
    >
      <LifeNotice organisation={data} />
      <Tabs
        // Narrow enough for a phone: tabs that do not fit go into a menu that screen readers cannot follow.
        tabBarGutter={20}
        activeKey={search.tab ?? 'overview'}
        onChange={(tab) => void navigate({ to: '.', search: { tab } as never, replace: true })}
        items={[
          { key: 'overview', label: t('overview'), children: <Overview organisation={data} /> },
          { key: 'story', label: t('story'), children: <StoryTab organisation={data} /> },
          { key: 'below', label: t('below'), children: <BelowAndCovered organisation={data} /> },
          { key: 'figures', label: t('figures'), children: <NumbersAndTerms organisation={data} /> },
        ]}
      />
    </Page>
  )
}

function Crumbs({ organisation }: { organisation: Organisation }) {
  return (
    <span className="crumbs">
      {organisation.ancestors.map((each) => (
        <span key={each.id}>
          <OrganisationLink to={each} /> ›
        </span>
      ))}
      <span>{organisation.name}</span>
    </span>
  )
}

function LifeNotice({ organisation }: { organisation: Organisation }) {
  const { today } = useMe()
  const { endedOn, startsOn } = organisation
  if (endedOn !== null && endedOn <= today)
    return (
      <Alert
        type="warning"
        showIcon
        icon={<Icon name="info" />}
        title={t('endedNotice', { day: formatDay(endedOn) })}
      />
    )
  if (startsOn > today)
    return (
      <Alert
        type="info"
        showIcon
        icon={<Icon name="clock" />}
        title={t('futureNotice', { day: formatDay(startsOn) })}
      />
    )
  return null
}

function Overview({ organisation }: { organisation: Organisation }) {
  const { profile } = organisation
  const said = [
    [t('address'), profile.address],
    [t('postcode'), profile.postcode],
    [t('divisionCode'), profile.divisionCode],
    [t('industryCode'), profile.industryCode],
    [t('approvalNo'), profile.approvalNo],
    [t('foundedOn'), profile.foundedOn === null ? null : formatDay(profile.foundedOn)],
    [t('annualBudget'), profile.annualBudgetFen === null ? null : formatMoney(profile.annualBudgetFen)],
  ] as const
  return (
    <section className="panel">
      <OrganisationFacts
        row={organisation}
        more={said.filter(([, value]) => value !== null).map(([label, value]) => [label, value] as const)}
      />
    </section>
  )
}

function StoryTab({ organisation }: { organisation: Organisation }) {
  return (
    <section className="panel">
      <Story entries={organisation.story} />
    </section>
  )
}

function Missing({ sentence }: { sentence: string }) {
  return (
    <Page title={t('missing')}>
      <section className="list-empty">
        <p>{sentence}</p>
        <p>{t('missingHint')}</p>
        <Link className="button-link" to="/organisations" search={{} as never}>
          {t('backToRegister')}
        </Link>
      </section>
    </Page>
  )
}
