import type { InboxTask } from '#contract/inbox.ts'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { taskPlace } from '../task-places.ts'
import { taskWords, unitWords } from '../task-words.ts'
import { t } from '../texts.ts'
import { DueDate } from './due-date.tsx'

/** One task with what can be done about it here. */
export function TaskPanel({ task }: { task: InboxTask }) {
  const place = taskPlace(task)
  return (
    <>
      <p className="lead">{taskWords(task)}</p>
      <Facts
        facts={[
          [t('organisation'), unitWords(task)],
          [t('due'), <DueDate key="due" on={task.dueOn} />],
          [t('since'), formatInstant(task.createdAt)],
          ...(task.outcome ? ([[t('outcome'), outcomeWords(task.outcome)]] as const) : []),
        ]}
      />
      {place && (
        <p className="task-place">
          <Link to={place.to} search={place.search as never}>
            {t(place.words)}
          </Link>
        </p>
      )}
    </>
  )
}

/** The buttons that end an open task. */
export function TaskEnding({ task, onEnded }: { task: InboxTask; onEnded: () => void }) {
  const { message } = App.useApp()
  const confirm = useConfirm()
  const end = useAct('endInboxTask', { invalidates: ['listInboxTasks'] })
  if (task.outcome) return null
  if (task.units > 1) return <p className="quiet">{t('unitsEnd')}</p>
  const endAs = (outcome: 'done' | 'dismissed') =>
    end.mutate(
      { taskId: task.id, outcome },
      {
        onSuccess: () => {
          void message.success(outcome === 'done' ? t('markedDone') : t('dismissed'))
          onEnded()
        },
        onError: (error) => void message.error(errorSentence(error)),
      },
    )
  async function dismiss() {
    if (await confirm({ title: t('dismissTitle'), body: t('dismissBody'), verb: t('dismiss') }))
      endAs('dismissed')
  }
  return (
    <div className="panel-actions">
      <Button onClick={() => void dismiss()}>{t('dismiss')}</Button>
      <Button type="primary" loading={end.isPending} onClick={() => endAs('done')}>
        {t('markDone')}
      </Button>
    </div>
  )
}

/** How a task ended, in words. */
export function outcomeWords(outcome: string): string {
  if (outcome === 'done') return t('outcomeDone')
  return outcome === 'dismissed' ? t('outcomeDismissed') : t('outcomeOvertaken')
}
