import type { AccessExplanation, PowerSource } from '#contract/access.ts'
import { dayBefore, formatDay } from '../../../kit/format.ts'
import { t } from '../explanation-texts.ts'
import { permissionWords } from '../permission-words.ts'
import { postName } from '../posts.ts'
import { reachWords } from '../words.ts'
import { SwitchTo } from './switch-to.tsx'

interface ExplanationWordsProps {
  explanation: AccessExplanation
  permission: string
  whose: 'one’s own' | 'another’s'
}

/** Why one can, from what and until when; or why one cannot, and every way to it. */
export function ExplanationWords({ explanation, permission, whose }: ExplanationWordsProps) {
  const what = permissionWords(permission)
  return (
    <div className="why" role="status">
      <strong>{titleOf(explanation.allowed, whose, what)}</strong>
      {!explanation.allowed && <p>{refusalWords(explanation.reason)}</p>}
      <ul>
        {explanation.because.map((because, index) => (
          <li key={index}>
            {sourceWords(because)}
            <br />
            <span>{details(because)}</span>
          </li>
        ))}
      </ul>
      {!explanation.allowed && <Ways explanation={explanation} whose={whose} />}
    </div>
  )
}

function titleOf(allowed: boolean, whose: ExplanationWordsProps['whose'], what: string): string {
  if (whose === 'another’s') return allowed ? t('otherCanTitle', { what }) : t('otherCannotTitle', { what })
  return allowed ? t('canTitle', { what }) : t('cannotTitle', { what })
}

/** Why not, as a sentence that says what to do. */
export function refusalWords(reason: string): string {
  if (reason === 'no_appointment') return t('noAppointment')
  return reason === 'out_of_scope' ? t('outOfScope') : t('noFunction')
}

function sourceWords({
  source,
  post,
  organisationName: organisation,
  acting,
  delegatedBy,
}: PowerSource): string {
  if (source === 'person' || post === '') return t('becauseOwn')
  if (delegatedBy !== null)
    return t('becauseDelegation', {
      organisation: delegatedBy.organisationName,
      post: postName(delegatedBy.post),
    })
  const held = { organisation, post: postName(post) }
  return acting ? t('becauseActing', held) : t('becausePost', held)
}

function details(because: PowerSource): string {
  const term = because.endsBefore
    ? t('until', { date: formatDay(dayBefore(because.endsBefore)) })
    : t('openEnd')
  const document = because.document ? t('byDocument', { document: because.document }) : ''
  return [reachWords(because), term, document].filter(Boolean).join(' · ')
}

/** How somebody could come by a power they lack: another own post, the posts that have it, whoever gives those, a delegation. */
export function Ways({ explanation, whose }: Pick<ExplanationWordsProps, 'explanation' | 'whose'>) {
  const { elsewhere, ended, posts, appointers, canBeDelegated } = explanation
  const names = [...new Set(posts.map((each) => postName(each.post)))]
  return (
    <>
      {elsewhere.length > 0 && <p>{t('elsewhere')}</p>}
      {elsewhere.map((own) =>
        whose === 'one’s own' ? (
          <SwitchTo key={own.appointmentId} own={own} />
        ) : (
          <p key={own.appointmentId}>
            {own.organisationName} · {postName(own.post)}
          </p>
        ),
      )}
      {ended.map((own) => (
        <p key={`${own.post} ${own.endedOn}`}>
          {t('ended', {
            organisation: own.organisationName,
            post: postName(own.post),
            date: formatDay(own.endedOn),
          })}
        </p>
      ))}
      {names.length > 0 && <p>{t('posts', { posts: names.join('、') })}</p>}
      {appointers.length > 0 && <p>{t('appointers', { posts: appointers.map(postName).join('、') })}</p>}
      {canBeDelegated && <p>{t('delegable')}</p>}
    </>
  )
}
