import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { language } from '../../../i18n/language.ts'
import type { InputArgument } from '../../../kit/call.ts'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'

type Download = 'downloadMeasure' | 'downloadMeasureRows'

interface FigureExportProps<Id extends Download> {
  operation: Id
  /** The question on the screen. */
  asked: Omit<NonNullable<InputArgument<Id>[0]>, 'purpose' | 'language'>
  label: string
  off?: string | null
}

/** A workbook of what is on the screen; asks first what it is for. */
export function FigureExport<Id extends Download>({
  operation,
  asked,
  label,
  off = null,
}: FigureExportProps<Id>) {
  const [answer, setAnswer] = useState<(purpose: string | null) => void>()
  const askPurpose = () =>
    new Promise<string | null>((resolve) => {
      setAnswer(() => (purpose: string | null) => {
        setAnswer(undefined)
        resolve(purpose)
      })
    })
  return (
    <>
      <DownloadButton
        operation={operation}
        label={label}
        off={off}
        input={async () => {
          const purpose = await askPurpose()
          if (purpose === null) return null
          return { ...asked, purpose, language: language() } as unknown as InputArgument<Id>[0]
        }}
      />
      {answer && <PurposeDialog title={label} answer={answer} />}
    </>
  )
}

function PurposeDialog({ title, answer }: { title: string; answer: (purpose: string | null) => void }) {
  return (
    <Modal
      open
      title={title}
      footer={null}
      onCancel={() => answer(null)}
      mask={{ closable: false }}
      closable={{ closeIcon: <Icon name="close" />, 'aria-label': t('cancel') }}
    >
      <Form
        layout="vertical"
        requiredMark="optional"
        onFinish={({ purpose }: { purpose: string }) => answer(purpose.trim())}
      >
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
            {t('download')}
          </Button>
          <Button onClick={() => answer(null)}>{t('cancel')}</Button>
        </div>
      </Form>
    </Modal>
  )
}
