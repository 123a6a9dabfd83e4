import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { t } from '../desk-texts.ts'
import { CardFacts } from './card-facts.tsx'

/** One of the pool: nothing until it is opened, which is logged. */
export function PoolPanel({ profileId }: { profileId: string }) {
  const open = useAct('openPoolProfile', { invalidates: [] })
  const take = useAct('takeCase', { invalidates: ['listPool', 'listCases', 'getDesk'] })
  const { message } = App.useApp()
  const navigate = useNavigate()
  if (!open.data)
    return (
      <>
        <p>{t('openProfileHint')}</p>
        {open.error && <p className="problem">{errorSentence(open.error)}</p>}
        <div className="panel-actions">
          <Button type="primary" loading={open.isPending} onClick={() => open.mutate({ profileId })}>
            {t('openProfile')}
          </Button>
        </div>
      </>
    )
  const takeIt = () =>
    take.mutate(
      { profileId },
      {
        onSuccess: ({ caseId }) => {
          void message.success(t('taken'))
          void navigate({ to: `/matchmaking/cases/${caseId}` as never, search: {} as never })
        },
      },
    )
  return (
    <>
      <CardFacts card={open.data.card} />
      <p className="quiet">{t('openingsLeft', { count: open.data.openingsLeft })}</p>
      {take.error && <p className="problem">{errorSentence(take.error)}</p>}
      <div className="panel-actions">
        {!open.data.free && <span className="quiet">{t('freeNo')}</span>}
        <Button type="primary" disabled={!open.data.free} loading={take.isPending} onClick={takeIt}>
          {t('take')}
        </Button>
      </div>
    </>
  )
}
