import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { EngineRecords as Records } from '#contract/commissioners-story.ts'
import { formatAside, formatDay, formatMoney } from '../../../kit/format.ts'
import { gradeName, stateName as assessmentState } from '../../assessments/words.ts'
import { stateName as electionState } from '../../ballots/words.ts'
import { StandingTag } from '../../venues/parts/standing-tag.tsx'
import { t } from '../texts.ts'

/** Elections, training, assessments, stipends and venues of an organisation, each leading to its own page; what one may not see is left out. */
export function EngineRecords({ records }: { records: Records }) {
  const { elections, training, assessments, stipends, venues } = records
  return (
    <>
      <Part title={t('elections')} empty={t('noElections')} lines={elections}>
        {(each) => (
          <>
            <Link to={`/ballots/${each.id}` as never}>{each.title}</Link>
            <span className="quiet">
              {formatDay(each.on)} · {electionState(each.state)}
            </span>
          </>
        )}
      </Part>
      <Part title={t('training')} empty={t('noTraining')} lines={training}>
        {(each) => (
          <>
            <strong>{each.name}</strong>
            <span className="quiet">
              {each.lastOn === null
                ? t('notTrained')
                : t('trained', {
                    sessions: each.sessions,
                    hours: each.classHours,
                    day: formatDay(each.lastOn),
                  })}
            </span>
          </>
        )}
      </Part>
      <Part title={t('assessments')} empty={t('noAssessments')} lines={assessments}>
        {(each) => (
          <>
            <Link to={`/assessments/people/${each.id}` as never}>
              {each.name} · {each.period}
            </Link>
            <span className="quiet">
              {assessmentState(each.state)}
              {each.grade !== null && ` · ${gradeName(each.grade)}`}
            </span>
          </>
        )}
      </Part>
      <Part title={t('stipends')} empty={t('noStipends')} lines={stipends}>
        {(each) => (
          <>
            <Link to={`/claims/${each.id}` as never}>
              {each.period} · {formatMoney(each.amountFen)}
            </Link>
            <span className="quiet">
              {each.name} · {t(each.state)}
            </span>
          </>
        )}
      </Part>
      <Part title={t('venues')} empty={t('noVenues')} lines={venues}>
        {(each) => (
          <>
            <Link to={`/venues/${each.id}` as never}>{each.name}</Link>
            <span className="quiet">
              <StandingTag state={each.state} />
              {each.needed > 0 && formatAside(`${each.met}/${each.needed}`)}
            </span>
          </>
        )}
      </Part>
    </>
  )
}

interface PartProps<Line> {
  title: string
  empty: string
  lines: readonly Line[] | null
  children: (line: Line) => ReactNode
}

function Part<Line>({ title, empty, lines, children }: PartProps<Line>) {
  if (lines === null) return null
  return (
    <section className="panel">
      <h2>{title}</h2>
      {lines.length === 0 && <p className="quiet">{empty}</p>}
      <ul className="story-posts">
        {lines.map((line, at) => (
          <li key={at}>{children(line)}</li>
        ))}
      </ul>
    </section>
  )
}
