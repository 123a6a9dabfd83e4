import { Link } from '@tanstack/react-router'
import type { DeskIntroduction } from '#contract/matchmaking-desk.ts'
import { formatInstant } from '../../../kit/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../desk-texts.ts'

/** Introductions, each with both nicknames and whether it has ended. */
export function IntroductionLines({ introductions }: { introductions: readonly DeskIntroduction[] }) {
  if (introductions.length === 0) return <p className="quiet">{t('noIntroductions')}</p>
  return (
    <ul className="desk-lines">
      {introductions.map((one) => (
        <li key={one.id}>
          {one.caseId === null ? (
            <span>{one.names.join(' × ')}</span>
          ) : (
            <Link to={`/matchmaking/cases/${one.caseId}` as never}>{one.names.join(' × ')}</Link>
          )}
          <IntroductionState introduction={one} />
        </li>
      ))}
    </ul>
  )
}

function IntroductionState({ introduction }: { introduction: DeskIntroduction }) {
  if (introduction.state === 'open')
    return (
      <span className="quiet figures">
        {t('open')} · {t('until', { when: formatInstant(introduction.answerUntil) })}
      </span>
    )
  const mutual = introduction.state === 'mutual'
  return (
    <span className={mutual ? 'desk-mutual' : 'quiet'}>
      <Icon name={mutual ? 'check' : 'info'} size={16} /> {t(introduction.state)}
      {introduction.endedAt !== null && (
        <small className="figures"> {formatInstant(introduction.endedAt)}</small>
      )}
    </span>
  )
}
