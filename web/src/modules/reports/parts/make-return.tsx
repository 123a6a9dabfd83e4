import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { Dialog } from '../../people/parts/dialog.tsx'
import { r } from '../return-texts.ts'

interface Entered {
  year: number
  organisationId?: string
}

/** How many years back a return can be made for. */
const yearsBack = 6

/** Asks for the year and the scope, and makes the return. */
export function MakeReturn({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const { actingAs, today } = useMe()
  const last = Number(today.slice(0, 4))
  const years = Array.from({ length: yearsBack }, (_, back) => last - back)
  return (
    <Dialog title={r('make')} onClose={onClose}>
      <p className="dialog-note">{r('makeNote')}</p>
      <FormShell<'makeAnnualReturn', Entered>
        operation="makeAnnualReturn"
        invalidates={['listAnnualReturns', 'listSealedReports']}
        initial={{ year: last - 1, organisationId: actingAs?.organisationId ?? '' }}
        toInput={({ year, organisationId }) => ({ year, ...(organisationId ? { organisationId } : {}) })}
        onDone={({ id }) => void navigate({ to: `/reports/returns/${id}` as never })}
        submit={r('make')}
        onCancel={onClose}
      >
        <FormField name="year" label={r('year')} need="required" hint={r('yearHint')}>
          <Select options={years.map((year) => ({ value: year, label: String(year) }))} />
        </FormField>
        <FormField name="organisationId" label={r('whose')} need="required">
          <OrganisationSelect />
        </FormField>
      </FormShell>
    </Dialog>
  )
}
