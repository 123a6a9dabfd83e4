import '../consents.css'
import { useNavigate } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { Assessments } from '../parts/assessments.tsx'
import { Breaches } from '../parts/breaches.tsx'
import { NoticePart } from '../parts/notice-part.tsx'
import { Purposes } from '../parts/purposes.tsx'
import { RetentionPart } from '../parts/retention-part.tsx'
import { t } from '../texts.ts'

interface Part {
  key: string
  label: () => string
  Content: ComponentType
}

const parts: readonly [Part, ...Part[]] = [
  { key: 'notice', label: () => t('tabNotice'), Content: NoticePart },
  { key: 'purposes', label: () => t('tabPurposes'), Content: Purposes },
  { key: 'retention', label: () => t('tabRetention'), Content: RetentionPart },
  { key: 'assessments', label: () => t('tabAssessments'), Content: Assessments },
  { key: 'breaches', label: () => t('tabBreaches'), Content: Breaches },
]

/** The privacy desk of a federation: notice, purposes, retention, impact assessments, breaches. The part stands in the address. */
export default function PrivacyPage() {
  const search = useSearchText()
  const navigate = useNavigate()
  const shown = parts.find((part) => part.key === search.tab) ?? parts[0]
  return (
    <Page title={t('title')} note={t('note')}>
      <nav className="privacy-parts" aria-label={t('title')}>
        {parts.map(({ key, label }) => (
          <button
            key={key}
            type="button"
            aria-current={key === shown.key ? 'page' : undefined}
            onClick={() => void navigate({ to: '.', search: { tab: key } as never, replace: true })}
          >
            {label()}
          </button>
        ))}
      </nav>
      <shown.Content />
    </Page>
  )
}
