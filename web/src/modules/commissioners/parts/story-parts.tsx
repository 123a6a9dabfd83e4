import { Link } from '@tanstack/react-router'
import type { BallotKind } from '#contract/ballots-shapes.ts'
import type { CommissionerGap, OrganisationStory } from '#contract/commissioners.ts'
import { dayBefore, formatAside, formatDay, formatNumber, formatPeriod } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'
import { EngineRecords } from './engine-records.tsx'
import { VacancyMatches } from './vacancy-matches.tsx'
import { gapStep, kindName } from '../gap-words.ts'
import { basisName, storyWords, typeName } from '../words.ts'

interface StoryPartsProps {
  organisation: OrganisationStory
  /** `short` leaves the reasons and the history to the whole page. */
  only?: 'short'
}

/** What an organisation is, what it lacks and what to do next; on its own page also why, and what happened. */
export function StoryParts({ organisation, only }: StoryPartsProps) {
  const basics = (
    <section className="panel">
      <h2>{t('basics')}</h2>
      <Basics organisation={organisation} />
    </section>
  )
  if (only === 'short')
    return (
      <>
        <NextSteps organisation={organisation} />
        <Posts organisation={organisation} />
        {basics}
      </>
    )
  return (
    <div className="story-grid">
      <div>
        <NextSteps organisation={organisation} />
        <Posts organisation={organisation} />
        <EngineRecords records={organisation.records} />
      </div>
      <div>
        {basics}
        {organisation.can.appoint && <VacancyMatches organisationId={organisation.id} />}
        <Reasons organisation={organisation} />
        <History organisation={organisation} />
      </div>
    </div>
  )
}

function NextSteps({ organisation }: { organisation: OrganisationStory }) {
  return (
    <section className="panel next-steps">
      <h2>{t('nextSteps')}</h2>
      {organisation.gaps.length === 0 && <p>{t('nothingToDo')}</p>}
      <ul>
        {organisation.gaps.map((gap) => (
          <li key={gap}>
            <Icon name="warn" size={16} />{' '}
            <span>
              {gapStep(gap)} <Election organisation={organisation} gap={gap} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

// Which election fills a gap, where one does.
const electionFor: Partial<Record<CommissionerGap, BallotKind>> = {
  no_chair: 'chair',
  term_ending: 'committee',
}

/** Leads whoever may run elections to the one that fills the gap, with the union filled in. */
function Election({ organisation, gap }: { organisation: OrganisationStory; gap: CommissionerGap }) {
  const mayRun = useMay('ballots.run')
  const kind = electionFor[gap]
  if (!mayRun || kind === undefined || organisation.unionId === null) return null
  return (
    <Link to={'/ballots/new' as never} search={{ organisationId: organisation.unionId, kind } as never}>
      {t(kind === 'chair' ? 'electChair' : 'electCommittee')}
    </Link>
  )
}

function Basics({ organisation: row }: { organisation: OrganisationStory }) {
  return (
    <Facts
      facts={[
        [t('type'), typeName(row.type)],
        [t('street'), row.street?.name ?? t('noStreet')],
        [t('workers'), row.workers === null ? t('unknownWorkers') : formatNumber(row.workers)],
        [t('commissioners'), row.due ? t('dueYes') : t('dueNo')],
        [t('partyBody'), row.partyBody ?? t('none')],
        [t('union'), row.union ?? t('none')],
        [t('chair'), row.chair ?? t('none')],
        [t('termEnds'), row.termEndsBefore === null ? t('none') : formatDay(dayBefore(row.termEndsBefore))],
        [t('directPoint'), row.directPoint ? t('yes') : t('no')],
      ]}
    />
  )
}

function Posts({ organisation }: { organisation: OrganisationStory }) {
  return (
    <section className="panel">
      <h2>{t('posts')}</h2>
      {organisation.posts.length === 0 && <p className="quiet">{t('postsEmpty')}</p>}
      <ul className="story-posts">
        {organisation.posts.map((post) => (
          <li key={post.appointmentId}>
            <strong>{post.name}</strong> · {kindName(post.kind)} · {basisName(post.basis)}
            <span className="quiet">
              {formatPeriod(post.startsOn, post.endsBefore)}
              {post.documentNo && ` · ${post.documentNo}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Reasons({ organisation }: { organisation: OrganisationStory }) {
  const said = {
    type: () => t('reasonType'),
    workers: (value: unknown) =>
      t('reasonWorkers', {
        workers: organisation.workers === null ? t('unknownWorkers') : formatNumber(organisation.workers),
        count: String(value),
      }),
    party_body: () => t('reasonParty'),
  }
  return (
    <section className="panel">
      <h2>{organisation.due ? t('whyDue') : t('whyNotDue')}</h2>
      <ul className="due-reasons">
        {organisation.reasons.map(({ reason, holds, rule }) => (
          <li key={reason}>
            <Icon name={holds ? 'check' : 'close'} size={16} />
            <span>
              {said[reason](rule.value)}
              {formatAside(holds ? t('holds') : t('fails'))}
              <small className="quiet">{t('ruleSource', { source: rule.source })}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function History({ organisation }: { organisation: OrganisationStory }) {
  return (
    <section className="panel">
      <h2>{t('history')}</h2>
      <ol className="story-lines">
        {organisation.story.map((line, at) => (
          <li key={at}>
            <time dateTime={line.on}>{formatDay(line.on)}</time> {storyWords(line)}
          </li>
        ))}
      </ol>
    </section>
  )
}
