import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { formatNumber } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { Icon } from '../../../ui/icon.tsx'
import { WhyLink } from '../../sessions/parts/why-link.tsx'
import { t } from '../texts.ts'
import { Dialog } from './dialog.tsx'
import { useListAnswer } from './use-list-answer.ts'
import { useMemberFilter } from './use-found.ts'

/** Exports what the filters find; asks for the purpose first. Who may not is told so. */
export function ExportButton() {
  const allowed = useMay('roster.export')
  const filter = useMemberFilter()
  const [asking, setAsking] = useState<(purpose: string | null) => void>()
  if (!allowed) return <NotAllowed />
  const askPurpose = () =>
    new Promise<string | null>((resolve) => {
      setAsking(() => (purpose: string | null) => {
        setAsking(undefined)
        resolve(purpose)
      })
    })
  return (
    <>
      <DownloadButton
        operation="exportMembers"
        label={t('export')}
        input={async () => {
          const purpose = await askPurpose()
          return purpose === null ? null : { filter, purpose }
        }}
      />
      {asking && <PurposeDialog answer={asking} />}
    </>
  )
}

function PurposeDialog({ answer }: { answer: (purpose: string | null) => void }) {
  const listed = useListAnswer()
  return (
    <Dialog
      title={t('exportTitle', { count: formatNumber(listed()?.total ?? 0) })}
      onClose={() => answer(null)}
    >
      <Form
        layout="vertical"
        requiredMark="optional"
        onFinish={({ purpose }: { purpose: string }) => answer(purpose.trim())}
      >
        <p className="dialog-note">{t('exportBody')}</p>
        <Form.Item
          name="purpose"
          label={t('purpose')}
          extra={t('purposeHint')}
          rules={[{ required: true, whitespace: true, min: 2, max: 200, message: t('purposeMissing') }]}
        >
          <Input maxLength={200} autoFocus />
        </Form.Item>
        <div className="form-actions">
          <Button type="primary" htmlType="submit">
            {t('exportVerb')}
          </Button>
          <Button onClick={() => answer(null)}>{t('cancel')}</Button>
        </div>
      </Form>
    </Dialog>
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
