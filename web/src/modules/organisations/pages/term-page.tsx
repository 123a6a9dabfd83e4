import { Radio } from 'antd'
import type { Organisation } from '#contract/organisation-shapes.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup, FormShell } from '../../../kit/form/form-shell.tsx'
import { entered, outdated, ProcedurePage, useBackTo, useShowStory, WhenAndWhy } from '../forms/procedure.tsx'
import { t } from '../forms/texts.ts'
import { t as common } from '../texts.ts'

interface Values {
  electedOn: string
  termYears: number
  documentNo?: string
}

/** 登记换届: an election and the term that begins with it. */
export default function TermPage() {
  return (
    <ProcedurePage title={(name) => t('termTitle', { name })} note={() => t('termNote')}>
      {(organisation) => <TermForm organisation={organisation} />}
    </ProcedurePage>
  )
}

function TermForm({ organisation }: { organisation: Organisation }) {
  const organisationId = organisation.id
  const done = useShowStory()
  const back = useBackTo(organisationId)
  return (
    <FormShell<'recordTerm', Values>
      operation="recordTerm"
      invalidates={outdated}
      initial={{}}
      toInput={({ electedOn, termYears, ...rest }) => ({
        organisationId,
        electedOn,
        termYears,
        ...entered(rest),
      })}
      submit={t('termVerb')}
      onDone={() => done(organisationId)}
      onCancel={back}
    >
      <FormGroup title={common('terms')}>
        <FormField name="termYears" label={t('termYears')} need="required">
          <Radio.Group
            options={[3, 5].map((years) => ({ value: years, label: common('years', { years }) }))}
          />
        </FormField>
        <WhenAndWhy name="electedOn" label={t('electedOn')} />
      </FormGroup>
    </FormShell>
  )
}
