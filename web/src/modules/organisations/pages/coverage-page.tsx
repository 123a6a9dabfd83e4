import { Alert } from 'antd'
import type { Organisation } from '#contract/organisation-shapes.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup, FormShell } from '../../../kit/form/form-shell.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { outdated, ProcedurePage, useBackTo, useShowStory } from '../forms/procedure.tsx'
import { t } from '../forms/texts.ts'
import { OrganisationSelect } from '../parts/organisation-select.tsx'
import { t as common } from '../texts.ts'

interface Values {
  employerId: string
  startsOn: string
}

/** 登记覆盖单位: a basic union covers an employer from a day on. */
export default function CoveragePage() {
  return (
    <ProcedurePage title={(name) => t('coverageTitle', { name })}>
      {(organisation) => <CoverageForm organisation={organisation} />}
    </ProcedurePage>
  )
}

function CoverageForm({ organisation }: { organisation: Organisation }) {
  const organisationId = organisation.id
  const done = useShowStory()
  const back = useBackTo(organisationId)
  return (
    <FormShell<'recordCoverage', Values>
      operation="recordCoverage"
      invalidates={outdated}
      initial={{}}
      toInput={({ employerId, startsOn }) => ({ organisationId, employerId, startsOn })}
      submit={t('coverageVerb')}
      onDone={() => done(organisationId)}
      onCancel={back}
    >
      <FormGroup title={common('coveredEmployers')}>
        <FormField name="employerId" label={t('employer')} need="required">
          <OrganisationSelect kind="employer" label={t('employer')} />
        </FormField>
        <FormField name="startsOn" label={t('startsOn')} need="required" hint={t('startsOnHint')}>
          <DateField />
        </FormField>
      </FormGroup>
      <Alert
        className="effect"
        type="info"
        showIcon
        icon={<Icon name="info" />}
        title={t('coverageEffect')}
      />
    </FormShell>
  )
}
