import { Input, Radio } from 'antd'
import type { AssessmentFile } from '#contract/assessments.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { FormDialog } from '../../appointments/parts/form-dialog.tsx'
import { t } from '../texts.ts'
import { assessmentChanged } from './assessment-changed.ts'

interface DialogProps {
  assessmentId: string
  onClose: () => void
}

/** 退回: why. */
export function ReturnDialog({ assessmentId, onClose }: DialogProps) {
  return (
    <FormDialog title={t('sendBack')} words={t('sendBackWords')} onClose={onClose}>
      <FormShell<'returnAssessment', { reason: string }>
        operation="returnAssessment"
        invalidates={assessmentChanged}
        initial={{}}
        toInput={({ reason }) => ({ assessmentId, reason })}
        submit={t('sendBack')}
        onDone={onClose}
        onCancel={onClose}
      >
        <ReasonField />
      </FormShell>
    </FormDialog>
  )
}

/** 处理申诉: accepted or rejected, and why. */
export function DecideDialog({ assessmentId, onClose }: DialogProps) {
  return (
    <FormDialog title={t('decide')} words={t('decideWords')} onClose={onClose}>
      <FormShell<'decideAssessmentAppeal', { decision: 'accepted' | 'rejected'; reason: string }>
        operation="decideAssessmentAppeal"
        invalidates={assessmentChanged}
        initial={{}}
        toInput={(values) => ({ assessmentId, ...values })}
        submit={t('decide')}
        onDone={onClose}
        onCancel={onClose}
      >
        <FormField name="decision" label={t('decision')} need="required">
          <Radio.Group
            options={(['accepted', 'rejected'] as const).map((value) => ({ value, label: t(value) }))}
          />
        </FormField>
        <ReasonField />
      </FormShell>
    </FormDialog>
  )
}

/** 登记离岗: days only, no reason. */
export function LeaveDialog({ file, onClose }: { file: AssessmentFile; onClose: () => void }) {
  return (
    <FormDialog title={t('addLeave')} words={t('leaveWords')} onClose={onClose}>
      <FormShell<'recordAssessmentLeave', { startsOn: string; endsBefore: string }>
        operation="recordAssessmentLeave"
        invalidates={assessmentChanged}
        initial={{}}
        toInput={(values) => ({ assessmentId: file.id, ...values })}
        submit={t('addLeave')}
        onDone={onClose}
        onCancel={onClose}
      >
        <FormField name="startsOn" label={t('leaveFrom')} need="required">
          <DateField />
        </FormField>
        <FormField name="endsBefore" label={t('leaveUntil')} need="required">
          <DateField />
        </FormField>
      </FormShell>
    </FormDialog>
  )
}

function ReasonField() {
  return (
    <FormField name="reason" label={t('reasonLabel')} need="required">
      <Input.TextArea rows={3} maxLength={500} />
    </FormField>
  )
}
