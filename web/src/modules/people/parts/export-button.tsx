import { Button } from 'antd'
import { formatNumber } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { PurposedDownload } from '../../../kit/purposed-download.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { WhyLink } from '../../sessions/parts/why-link.tsx'
import { t } from '../texts.ts'
import { useListAnswer } from './use-list-answer.ts'
import { useMemberFilter } from './use-found.ts'

/** Exports what the filters find; asks for the purpose first. Who may not is told so. */
export function ExportButton() {
  const allowed = useMay('roster.export')
  const filter = useMemberFilter()
  const listed = useListAnswer()
  if (!allowed) return <NotAllowed />
  return (
    <PurposedDownload
      operation="exportMembers"
      label={t('export')}
      dialog={{
        title: () => t('exportTitle', { count: formatNumber(listed()?.total ?? 0) }),
        body: t('exportBody'),
        hint: t('purposeHint'),
        verb: t('exportVerb'),
      }}
      toInput={({ purpose }) => ({ filter, purpose })}
    />
  )
}

function NotAllowed() {
  return (
    <span className="off-with-reason">
      <Button disabled icon={<Icon name="export" size={18} />}>
        {t('export')}
      </Button>
      <span>
        {t('exportWhyNot')} <WhyLink permission="roster.export" ask="why can’t I" />
      </span>
    </span>
  )
}
