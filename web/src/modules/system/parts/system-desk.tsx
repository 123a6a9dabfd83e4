import '../system.css'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { useRead } from '../../../kit/query.ts'
import { t } from '../texts.ts'
import { Attention } from './attention.tsx'

/** The system administrator's desk: what needs attention, and the way to the rest. */
export default function SystemDesk() {
  const state = useRead('getSystemState')
  return (
    <section className="panel" aria-label={t('desk')}>
      <h2 className="lead">{t('desk')}</h2>
      {state.isPending && <Skeleton active title={false} />}
      {state.error && <p className="problem">{errorSentence(state.error)}</p>}
      {state.data && <Attention state={state.data} />}
      <p className="system-ways">
        <Link to="/system">{t('open')}</Link>
      </p>
    </section>
  )
}
