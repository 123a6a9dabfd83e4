import { Button } from 'antd'
import { t } from '../texts.ts'

interface Paging {
  page: { nextCursor: string | null } | undefined
  state: { cursor?: string }
  pageNumber: number
  knowsWayBack: boolean
  nextPage: () => void
  previousPage: () => void
}

/** Turning pages under a list. Pages follow a cursor, so there is a next and a previous one, but no number 17. */
export function ListFoot({ list }: { list: Paging }) {
  const first = !list.state.cursor
  if (first && !list.page?.nextCursor) return null
  return (
    <nav className="list-foot" aria-label={t('pages')}>
      {!first && (
        <Button onClick={list.previousPage}>{list.knowsWayBack ? t('previousPage') : t('firstPage')}</Button>
      )}
      {(first || list.knowsWayBack) && (
        <span className="figures">{t('page', { page: list.pageNumber })}</span>
      )}
      <Button onClick={list.nextPage} disabled={!list.page?.nextCursor}>
        {t('nextPage')}
      </Button>
    </nav>
  )
}
