import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { PageTitle } from '../../../kit/page-title.tsx'
import { useRead } from '../../../kit/query.ts'
import { Stop } from '../../../ui/console/stop.tsx'
import { permissionWords } from '../../access/permission-words.ts'
import { t } from '../texts.ts'
import { t as access } from '../../access/explanation-texts.ts'
import { refusalWords, Ways } from '../../access/parts/explanation-words.tsx'

/** No such page, or not in the reader’s area: one answer for both. */
export function NotFound() {
  return (
    <>
      <PageTitle>{t('notFound')}</PageTitle>
      <Stop icon="search" title={t('notFound')} hint={t('notFoundHint')}>
        <Link to="/">{t('toHome')}</Link>
      </Stop>
    </>
  )
}

/** In the place of a page whose permission the appointment in use lacks, with the reason and what to do. */
export function NoPermission({ permission }: { permission: string }) {
  const explained = useRead('explainAccess', { permission })
  return (
    <Stop
      icon="key"
      title={access('cannotTitle', { what: permissionWords(permission) })}
      hint={refusalWords(explained.data?.reason ?? 'no_function')}
    >
      {explained.data && <Ways explanation={explained.data} whose="one’s own" />}
      <Link to="/">{t('toHome')}</Link>
    </Stop>
  )
}

/** In the place of a page that failed to load or to draw. */
export function BrokenPage() {
  return (
    <Stop icon="warn" title={t('broken')} hint={t('brokenHint')}>
      <Button type="primary" onClick={() => location.reload()}>
        {t('refresh')}
      </Button>
    </Stop>
  )
}
