import { useNavigate } from '@tanstack/react-router'
import { useMay } from '../../../kit/me.ts'
import { PageTabs } from '../../../kit/page-tabs.tsx'
import { t } from '../texts.ts'

/** The register, and the times of shared venues, for whoever may use both. */
export function VenueTabs({ shown }: { shown: '/venues' | '/venues/shared' }) {
  const navigate = useNavigate()
  if (!useMay('venues.book')) return null
  return (
    <PageTabs
      label={t('title')}
      tabs={[
        { key: '/venues', name: t('title') },
        { key: '/venues/shared', name: t('shared') },
      ]}
      shown={shown}
      onOpen={(path) => void navigate({ to: path, search: {} as never })}
    />
  )
}
