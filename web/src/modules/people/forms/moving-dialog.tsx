import { Form } from 'antd'
import { useRef, useState } from 'react'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { formatDay, formatNumber } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { countOf, selectionOf, someNames, type Chosen, type Whom } from '../parts/chosen.ts'
import { Dialog } from '../parts/dialog.tsx'
import type { LastChange } from '../parts/last-change.ts'
import { MovingPreview } from '../parts/mass-preview.tsx'
import { membersChanged } from '../parts/members-changed.ts'
import { UnionSelect } from '../parts/union-select.tsx'
import { WhomChoice } from '../parts/whom-choice.tsx'
import { t } from '../texts.ts'

interface Values {
  toUnionId: string
  on: string
}

interface MovingDialogProps {
  chosen: Chosen
  onClose: () => void
  onDone: (change: LastChange) => void
}

/** Many members to another union from a day on. */
export function MovingDialog({ chosen, onClose, onDone }: MovingDialogProps) {
  const me = useMe()
  const [whom, setWhom] = useState<Whom>('chosen')
  const on = useRef(me.today)
  const count = countOf(chosen, whom)
  return (
    <Dialog title={t('moveMany')} onClose={onClose}>
      <WhomChoice chosen={chosen} whom={whom} onChange={setWhom} />
      <FormShell
        operation="moveMembers"
        invalidates={membersChanged}
        initial={{ on: me.today }}
        toInput={(values: Values) => {
          on.current = values.on
          return { ...selectionOf(chosen, whom), toUnionId: values.toUnionId, on: values.on }
        }}
        onDone={(result) => onDone({ kind: 'move', on: on.current, result, appointmentId: me.actingAs?.id })}
        submit={t('doMove', { count: formatNumber(count) })}
        onCancel={onClose}
      >
        <FormField name="toUnionId" label={t('toUnion')} need="required" hint={t('toUnionHint')}>
          <UnionSelect />
        </FormField>
        <FormField name="on" label={t('moveDay')} need="required">
          <DateField />
        </FormField>
        <Preview chosen={chosen} whom={whom} />
        <MovingPreview selection={selectionOf(chosen, whom)} />
      </FormShell>
    </Dialog>
  )
}

function Preview({ chosen, whom }: { chosen: Chosen; whom: Whom }) {
  const on: string | null | undefined = Form.useWatch('on')
  const toUnionId: string | null | undefined = Form.useWatch('toUnionId')
  if (!on || !toUnionId) return null
  return (
    <p className="dialog-preview">
      {t('previewMove', {
        count: formatNumber(countOf(chosen, whom)),
        names: someNames(chosen, whom),
        date: formatDay(on),
      })}
    </p>
  )
}
