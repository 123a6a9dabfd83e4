import { Popover, Skeleton } from 'antd'
import { useState } from 'react'
import type { Output } from '../../../kit/call.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { dayBefore, formatDay } from '../../../kit/format.ts'
import { useReadWhen } from '../../../kit/query.ts'
import { postName } from '../../access/posts.ts'
import { permissionWords } from '../../access/permission-words.ts'
import { t } from '../texts.ts'

interface WhyProps {
  permission: string
  organisationId?: string
  /** What the person sees now decides how the question is put. */
  ask: 'why can I' | 'why can’t I'
}

/** A quiet link that answers “why can I see this?” or “why can’t I?” from the grants of the appointment in use. */
export function WhyLink({ permission, organisationId, ask }: WhyProps) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<Explanation permission={permission} organisationId={organisationId} />}
    >
      <button type="button" className="why-link" aria-expanded={open}>
        {ask === 'why can I' ? t('whyCan') : t('whyCannot')}
      </button>
    </Popover>
  )
}

function Explanation({
  permission,
  organisationId,
}: {
  permission: string
  organisationId: string | undefined
}) {
  const input = organisationId ? { permission, organisationId } : { permission }
  const explained = useReadWhen(true, 'explainAccess', input)
  if (explained.isPending)
    return <Skeleton active title={false} paragraph={{ rows: 2 }} aria-label={t('looking')} />
  if (explained.error) return <p className="why">{errorSentence(explained.error)}</p>
  const what = permissionWords(permission)
  return (
    <div className="why" role="status">
      <strong>{explained.data.allowed ? t('canTitle', { what }) : t('cannotTitle', { what })}</strong>
      {explained.data.allowed ? (
        <ul>
          {explained.data.because.map((because, index) => (
            <li key={index}>
              <Reason because={because} />
            </li>
          ))}
        </ul>
      ) : (
        <p>{refusalWords(explained.data.reason)}</p>
      )}
    </div>
  )
}

type Because = Output<'explainAccess'>['because'][number]

function Reason({ because }: { because: Because }) {
  const term = because.endsBefore ? t('until', { date: formatDay(dayBefore(because.endsBefore)) }) : t('open')
  return (
    <>
      {sourceWords(because)}
      <br />
      <span>
        {scopeWords(because.scope, because.scopeOrganisationName)} · {term}
      </span>
    </>
  )
}

function sourceWords({ source, post, organisationName: organisation }: Because): string {
  if (source === 'person' || post === '') return t('becauseOwn')
  if (source === 'delegation') return t('becauseDelegation', { organisation, post: postName(post) })
  return t('becausePost', { organisation, post: postName(post) })
}

/** Why not, as a sentence that says what to do. */
export function refusalWords(reason: string): string {
  if (reason === 'no_appointment') return t('noAppointment')
  return reason === 'out_of_scope' ? t('outOfScope') : t('cannotHint')
}

function scopeWords(scope: string, organisation: string): string {
  if (scope === 'subtree') return t('scopeSubtree', { organisation })
  if (scope === 'unit') return t('scopeUnit', { organisation })
  return scope === 'self' ? t('scopeSelf') : t('scopeTenant')
}
