import type { InboxTask } from '#contract/inbox.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { formatDay, shanghaiDate } from '../../../kit/format.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { DueDate } from '../parts/due-date.tsx'
import { outcomeWords, TaskEnding, TaskPanel } from '../parts/task-panel.tsx'
import { taskWords, unitWords } from '../task-words.ts'
import { t } from '../texts.ts'

/** Everything that waits for the appointment in use, the most urgent first; ended tasks stay to be looked up. */
export default function TasksPage() {
  const close = useClosePanel()
  const find = useFindTask()
  return (
    <ListPage
      title={t('inbox')}
      operation="listInboxTasks"
      filters={[
        {
          kind: 'select',
          name: 'state',
          label: t('state'),
          options: [
            { value: 'open', label: t('open') },
            { value: 'ended', label: t('ended') },
          ],
        },
      ]}
      columns={columns()}
      rowId={(task) => task.id}
      empty={{ title: t('emptyTitle'), hint: t('emptyHint') }}
      panel={(id) => {
        const task = find(id)
        return {
          title: t('task'),
          body: task && <TaskPanel task={task} />,
          foot: task && <TaskEnding task={task} onEnded={close} />,
        }
      }}
    />
  )
}

function columns(): Column<InboxTask>[] {
  return [
    { key: 'task', title: t('task'), render: taskWords },
    { key: 'organisation', title: t('organisation'), render: unitWords },
    { key: 'due', title: t('due'), width: 220, render: (task) => <DueDate on={task.dueOn} /> },
    {
      key: 'since',
      title: t('since'),
      width: 150,
      render: (task) => formatDay(shanghaiDate(task.createdAt)),
    },
    {
      key: 'outcome',
      title: t('outcome'),
      width: 140,
      render: (task) => (task.outcome ? outcomeWords(task.outcome) : t('open')),
    },
  ]
}

// There is no operation for one task: the panel shows a row of a list that has been read.
function useFindTask(): (id: string) => InboxTask | undefined {
  const client = useQueryClient()
  return (id) =>
    client
      .getQueriesData<{ items: InboxTask[] }>({ queryKey: ['listInboxTasks'] })
      .flatMap(([, data]) => data?.items ?? [])
      .find((task) => task.id === id)
}

function useClosePanel(): () => void {
  const navigate = useNavigate()
  return () => void navigate({ to: '/tasks', search: {} as never })
}
