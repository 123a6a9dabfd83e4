import { InputNumber } from 'antd'
import type { Organisation } from '#contract/organisation-shapes.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup, FormShell } from '../../../kit/form/form-shell.tsx'
import { entered, outdated, ProcedurePage, useBackTo, useShowStory } from '../forms/procedure.tsx'
import { t } from '../forms/texts.ts'
import { t as common } from '../texts.ts'

interface Values {
  asOf: string
  workers: number
  women?: number
  migrants?: number
  members?: number
}

/** 填报人数: numbers an employer reports for a day; a report of the same day is corrected. */
export default function HeadcountPage() {
  return (
    <ProcedurePage title={(name) => t('headcountTitle', { name })} note={() => t('headcountNote')}>
      {(organisation) => <HeadcountForm organisation={organisation} />}
    </ProcedurePage>
  )
}

function HeadcountForm({ organisation }: { organisation: Organisation }) {
  const organisationId = organisation.id
  const done = useShowStory()
  const back = useBackTo(organisationId)
  const known = (asOf: string) => organisation.headcounts.find((each) => each.asOf === asOf)
  return (
    <FormShell<'recordHeadcount', Values>
      operation="recordHeadcount"
      invalidates={outdated}
      initial={{}}
      toInput={({ asOf, workers, ...rest }) => {
        const before = known(asOf)
        return {
          organisationId,
          asOf,
          workers,
          ...entered(rest),
          ...(before === undefined ? {} : { replacesId: before.id }),
        }
      }}
      submit={t('headcountVerb')}
      onDone={() => done(organisationId)}
      onCancel={back}
    >
      <FormGroup title={common('headcounts')}>
        <FormField name="asOf" label={common('asOfDay')} need="required">
          <DateField />
        </FormField>
        <FormField name="workers" label={common('workers')} need="required">
          <InputNumber min={0} precision={0} />
        </FormField>
        <FormField name="women" label={common('women')} need="optional">
          <InputNumber min={0} precision={0} />
        </FormField>
        <FormField name="migrants" label={common('migrants')} need="optional">
          <InputNumber min={0} precision={0} />
        </FormField>
        <FormField name="members" label={common('reportedMembers')} need="optional">
          <InputNumber min={0} precision={0} />
        </FormField>
      </FormGroup>
    </FormShell>
  )
}
