import '../inbox.css'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatNumber } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { taskWords, unitWords } from '../task-words.ts'
import { t } from '../texts.ts'
import { DueDate } from './due-date.tsx'

const shown = 5

/** The first part of the home page: the most urgent tasks, each one press away. */
export default function WaitingTasks() {
  const tasks = useRead('listInboxTasks', { limit: shown })
  return (
    <section className="panel waiting" aria-label={t('waits')}>
      <h2>{t('waits')}</h2>
      {tasks.isPending && <Skeleton active title={false} />}
      {tasks.error && <p className="problem">{errorSentence(tasks.error)}</p>}
      {tasks.data?.items.length === 0 && (
        <p className="waiting-none">
          <Icon name="check" />
          {t('emptyTitle')}
        </p>
      )}
      <ul>
        {tasks.data?.items.map((task) => (
          <li key={task.id}>
            <Link to="/tasks" search={{ open: task.id } as never}>
              {taskWords(task)}
            </Link>
            <span>{unitWords(task)}</span>
            {task.dueOn && <DueDate on={task.dueOn} />}
          </li>
        ))}
      </ul>
      {(tasks.data?.total ?? 0) > shown && (
        <Link to="/tasks">{t('all', { count: formatNumber(tasks.data?.total ?? 0) })}</Link>
      )}
    </section>
  )
}
