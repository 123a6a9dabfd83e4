import type { MemberFile } from '#contract/people-records.ts'
import { useRef } from 'react'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { t } from '../file-texts.ts'
import { Dialog } from '../parts/dialog.tsx'
import type { LastChange } from '../parts/last-change.ts'
import { membershipOn } from '../parts/member-facts.ts'
import { membersChanged } from '../parts/members-changed.ts'
import { UnionSelect } from '../parts/union-select.tsx'
import { t as listTexts } from '../texts.ts'

interface Values {
  toUnionId: string
  on: string
}

interface TransferDialogProps {
  file: MemberFile
  onClose: () => void
  onDone: (change: LastChange) => void
}

/** One member to another union: at once, or as a proposal that the other union answers. */
export function TransferDialog({ file, onClose, onDone }: TransferDialogProps) {
  const me = useMe()
  const on = useRef(me.today)
  const union = membershipOn(file, me.today)?.unionName ?? ''
  return (
    <Dialog title={t('transferTitle', { name: file.name })} onClose={onClose}>
      <p className="dialog-note">{t('transferNow', { union })}</p>
      <FormShell
        operation="transferMembership"
        invalidates={membersChanged}
        initial={{ on: me.today } as Partial<Values>}
        toInput={(values: Values) => {
          on.current = values.on
          return { personId: file.personId, toUnionId: values.toUnionId, on: values.on }
        }}
        onDone={(result) => onDone({ kind: 'move', on: on.current, result, appointmentId: me.actingAs?.id })}
        submit={t('transferVerb')}
        onCancel={onClose}
      >
        <FormField name="toUnionId" label={t('toUnion')} need="required" hint={listTexts('toUnionHint')}>
          <UnionSelect />
        </FormField>
        <FormField name="on" label={t('startsOn')} need="required">
          <DateField />
        </FormField>
      </FormShell>
    </Dialog>
  )
}
