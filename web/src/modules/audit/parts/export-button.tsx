import type { EntryFilter } from '#contract/audit.ts'
import { Button, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { language } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'

interface Wish {
  purpose: string
  format: 'xlsx' | 'csv'
}

/** Takes the entries that the filters find out as a file, after asking what for. */
export function ExportButton() {
  const filter = useEntryFilter()
  const [asking, setAsking] = useState<(wish: Wish | null) => void>()
  const ask = () =>
    new Promise<Wish | null>((resolve) => {
      setAsking(() => (wish: Wish | null) => {
        setAsking(undefined)
        resolve(wish)
      })
    })
  return (
    <>
      <DownloadButton
        operation="exportAuditEntries"
        label={t('export')}
        input={async () => {
          const wish = await ask()
          return wish === null ? null : { filter, language: language(), ...wish }
        }}
      />
      {asking && <PurposeDialog answer={asking} />}
    </>
  )
}

/** The filters of the address in the contract's types. */
function useEntryFilter(): EntryFilter {
  const { includeSubtree, ...search } = useSearchText()
  const names = ['action', 'q', 'actor', 'post', 'subjectId', 'organisation', 'from', 'to'] as const
  const texts = names.flatMap((name) => (search[name] ? [[name, search[name]]] : []))
  return {
    ...(Object.fromEntries(texts) as EntryFilter),
    ...(includeSubtree === 'true' ? { includeSubtree: true } : {}),
  }
}

function PurposeDialog({ answer }: { answer: (wish: Wish | null) => void }) {
  return (
    <Modal
      open
      title={t('exportTitle')}
      footer={null}
      onCancel={() => answer(null)}
      mask={{ closable: false }}
      closable={{ closeIcon: <Icon name="close" />, 'aria-label': t('cancel') }}
    >
      <Form<Wish>
        layout="vertical"
        requiredMark="optional"
        initialValues={{ format: 'xlsx' }}
        onFinish={({ purpose, format }) => answer({ purpose: purpose.trim(), format })}
      >
        <p className="quiet">{t('exportBody')}</p>
        <Form.Item
          name="purpose"
          label={t('purpose')}
          extra={t('purposeHint')}
          rules={[{ required: true, whitespace: true, min: 2, max: 200, message: t('purposeMissing') }]}
        >
          <Input maxLength={200} autoFocus />
        </Form.Item>
        <Form.Item name="format" label={t('format')} rules={[{ required: true }]}>
          <Radio.Group
            options={[
              { value: 'xlsx', label: t('workbook') },
              { value: 'csv', label: t('csv') },
            ]}
          />
        </Form.Item>
        <div className="form-actions">
          <Button type="primary" htmlType="submit">
            {t('exportVerb')}
          </Button>
          <Button onClick={() => answer(null)}>{t('cancel')}</Button>
        </div>
      </Form>
    </Modal>
  )
}
