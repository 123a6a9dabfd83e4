import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatNumber } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { queryOf } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'

const lookAgainMs = 60_000

/** The way to the tasks with how many wait, in the top bar of every page. */
export default function InboxBadge() {
  const allowed = useMay('inbox.read')
  const tasks = useQuery({
    ...queryOf('listInboxTasks', { limit: 1 }),
    enabled: allowed,
    refetchInterval: lookAgainMs,
  })
  if (!allowed) return null
  const total = tasks.data?.total ?? 0
  return (
    <Link to="/tasks" className="top-bar-button" title={t('inboxCount', { count: total })}>
      <Icon name="inbox" size={18} />
      {t('inbox')}
      {total > 0 && <span className="top-bar-count figures">{formatNumber(total)}</span>}
    </Link>
  )
}
