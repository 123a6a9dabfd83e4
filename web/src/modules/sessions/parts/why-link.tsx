import { Link } from '@tanstack/react-router'
import { Popover, Skeleton } from 'antd'
import { useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { useReadWhen } from '../../../kit/query.ts'
import { ExplanationWords } from '../../access/parts/explanation-words.tsx'
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
  return (
    <>
      <ExplanationWords explanation={explained.data} permission={permission} whose="one’s own" />
      <p className="why">
        <Link to={'/my-powers' as never}>{t('allPowers')}</Link>
      </p>
    </>
  )
}
