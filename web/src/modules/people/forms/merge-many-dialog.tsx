import { App, Input, Skeleton } from 'antd'
import type { Duplicate } from '#contract/people-duplicates.ts'
import type { Output } from '../../../kit/call.ts'
import { CallError } from '../../../kit/call-error.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { useReadWhen } from '../../../kit/query.ts'
import { t } from '../duplicate-texts.ts'
import { Dialog } from '../parts/dialog.tsx'
import { membersChanged } from '../parts/members-changed.ts'

interface MergeManyDialogProps {
  pairs: readonly Duplicate[]
  onClose: () => void
  onDone: () => void
}

/** Many pairs merged in one go: first what it would do, then how one knows. */
export function MergeManyDialog({ pairs, onClose, onDone }: MergeManyDialogProps) {
  const { message } = App.useApp()
  const ids = pairs.map(({ kept, other }) => ({
    personId: kept.personId,
    otherPersonId: other!.personId,
  }))
  const preview = useReadWhen(true, 'previewMerges', { pairs: ids })
  const fit = preview.data?.fit ?? 0
  return (
    <Dialog title={t('mergeTitle', { count: pairs.length })} onClose={onClose}>
      <p className="dialog-note">{t('mergeNote')}</p>
      {preview.error && <p className="problem">{errorSentence(preview.error)}</p>}
      {preview.isPending && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {preview.data && <Preview preview={preview.data} />}
      <FormShell
        operation="mergeMany"
        invalidates={membersChanged}
        initial={{}}
        toInput={({ reason }: { reason: string }) => ({ pairs: ids, reason: reason.trim() })}
        onDone={({ changed }) => {
          void message.success(t('mergeDone', { count: changed }))
          onDone()
        }}
        submit={t('mergeVerb', { count: fit })}
        why={preview.data && fit === 0 ? t('fit', { count: 0 }) : undefined}
        onCancel={onClose}
      >
        <FormField
          name="reason"
          label={t('mergeReason')}
          need="required"
          hint={t('mergeReasonHint')}
          rules={[{ min: 2, whitespace: true, message: t('reasonShort') }]}
        >
          <Input maxLength={200} />
        </FormField>
      </FormShell>
    </Dialog>
  )
}

function Preview({ preview }: { preview: Output<'previewMerges'> }) {
  const { fit, leftOut, bothMembers, twoAccounts, appointments } = preview
  return (
    <div className="dialog-preview" role="status">
      <p>{t('fit', { count: fit })}</p>
      {leftOut.map(({ code, count }) => (
        <p key={code}>{t('leftOut', { count, why: errorSentence(new CallError(422, { code })) })}</p>
      ))}
      {bothMembers > 0 && <p>{t('fewer', { count: bothMembers })}</p>}
      {twoAccounts > 0 && <p>{t('accounts', { count: twoAccounts })}</p>}
      {appointments > 0 && <p>{t('posts', { count: appointments })}</p>}
    </div>
  )
}
