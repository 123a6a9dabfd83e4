import type { RosterImport } from '#contract/roster.ts'
import { Alert, Button } from 'antd'
import { CallError } from '../../../kit/call-error.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'

/** Why a file was turned away as a whole, and what to do. */
export function Refused({ imported }: { imported: RosterImport }) {
  const { refusal } = imported
  const why = refusal
    ? errorSentence(new CallError(422, { code: refusal.key, params: {}, requestId: imported.id }))
    : t('failedHint')
  return (
    <Alert
      type="error"
      showIcon
      icon={<Icon name="warn" />}
      title={refusal ? t('refusedTitle') : t('failedTitle')}
      description={why}
      action={
        <Button type="primary" href="/console/imports">
          {t('another')}
        </Button>
      }
    />
  )
}
