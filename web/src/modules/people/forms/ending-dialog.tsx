import { Form, Radio } from 'antd'
import { useRef, useState } from 'react'
import type { EndingKind, EndsAlso } from '#contract/people-records.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { formatDay, formatNumber } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { countOf, selectionOf, someNames, type Chosen, type Whom } from '../parts/chosen.ts'
import { Dialog } from '../parts/dialog.tsx'
import type { LastChange } from '../parts/last-change.ts'
import { EndingPreview } from '../parts/mass-preview.tsx'
import { membersChanged } from '../parts/members-changed.ts'
import { WhomChoice } from '../parts/whom-choice.tsx'
import { endingName } from '../record-words.ts'
import { t } from '../texts.ts'

const kinds: readonly EndingKind[] = ['left', 'retired', 'withdrawn', 'deceased', 'retained', 'restored']

interface EndingDialogProps {
  chosen: Chosen
  onClose: () => void
  onDone: (change: LastChange) => void
}

/** Leavers, retired, withdrawn, deceased, or memberships retained: of one or of many. */
export function EndingDialog({ chosen, onClose, onDone }: EndingDialogProps) {
  const me = useMe()
  const [whom, setWhom] = useState<Whom>('chosen')
  const [kind, setKind] = useState<EndingKind>('left')
  const [endsAlso, setEndsAlso] = useState<readonly EndsAlso[]>(['employments'])
  const on = useRef(me.today)
  const count = countOf(chosen, whom)
  // Whoever leaves, retires or dies works there no more; whoever withdraws goes on working.
  const choose = (next: EndingKind) => {
    setKind(next)
    setEndsAlso(next === 'withdrawn' ? [] : ['employments'])
  }
  return (
    <Dialog title={t('endMany')} onClose={onClose}>
      <WhomChoice chosen={chosen} whom={whom} onChange={setWhom} />
      <fieldset className="dialog-choice">
        <legend>{t('endKind')}</legend>
        <Radio.Group value={kind} onChange={(event) => choose(event.target.value as EndingKind)}>
          {kinds.map((each) => (
            <Radio key={each} value={each}>
              {endingName(each)}
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      <FormShell
        operation="endMemberships"
        invalidates={membersChanged}
        initial={{ on: me.today }}
        toInput={(values: { on: string }) => {
          on.current = values.on
          return { ...selectionOf(chosen, whom), kind, on: values.on, endsAlso: endsAlsoOf(kind, endsAlso) }
        }}
        onDone={(result) => onDone({ kind, on: on.current, result, appointmentId: me.actingAs?.id })}
        submit={t('doEnd', { count: formatNumber(count), kind: endingName(kind).toLowerCase() })}
        onCancel={onClose}
      >
        <FormField name="on" label={t('endDay')} need="required" hint={dayHint(kind)}>
          <DateField />
        </FormField>
        <Preview chosen={chosen} whom={whom} kind={kind} />
        <EndingPreview
          selection={selectionOf(chosen, whom)}
          kind={kind}
          endsAlso={endsAlso}
          onEndsAlso={setEndsAlso}
        />
      </FormShell>
    </Dialog>
  )
}

function Preview({ chosen, whom, kind }: { chosen: Chosen; whom: Whom; kind: EndingKind }) {
  const on: string | null | undefined = Form.useWatch('on')
  if (!on) return null
  const values = {
    count: formatNumber(countOf(chosen, whom)),
    names: someNames(chosen, whom),
    date: formatDay(on),
  }
  return (
    <p className="dialog-preview">
      {kind === 'retained'
        ? t('previewRetain', values)
        : kind === 'restored'
          ? t('previewRestore', values)
          : t('previewEnd', values)}
    </p>
  )
}

// Where the membership goes on, the work does.
function endsAlsoOf(kind: EndingKind, chosen: readonly EndsAlso[]): EndsAlso[] {
  return kind === 'retained' || kind === 'restored' ? [] : [...chosen]
}

function dayHint(kind: EndingKind): string {
  if (kind === 'retained') return t('retainDayHint')
  return kind === 'restored' ? t('restoreDayHint') : t('endDayHint')
}
