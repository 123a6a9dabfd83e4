import { Alert, Input, Select } from 'antd'
import type { Organisation } from '#contract/organisation-shapes.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup, FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { entered, outdated, ProcedurePage, useBackTo, useShowStory, WhenAndWhy } from '../forms/procedure.tsx'
import { t } from '../forms/texts.ts'

interface Values {
  name: string
  childIds?: string[]
  employerIds?: string[]
  happenedOn: string
  documentNo?: string
}

/** 分立: a new organisation beside the old one, with chosen children and employers. */
export default function SplitPage() {
  return (
    <ProcedurePage title={(name) => t('splitTitle', { name })}>
      {(organisation) => <SplitForm organisation={organisation} />}
    </ProcedurePage>
  )
}

function SplitForm({ organisation }: { organisation: Organisation }) {
  const organisationId = organisation.id
  const { today } = useMe()
  const done = useShowStory()
  const back = useBackTo(organisationId)
  const tree = useRead('getOrganisationTree', { parentId: organisationId })
  const covered = organisation.coverages.filter((each) => each.endsBefore === null || each.endsBefore > today)
  const coveredIds = new Set(covered.map((each) => each.other.id))
  // Covered employers come along by themselves: here stand the others.
  const children = (tree.data?.items ?? []).filter((node) => !coveredIds.has(node.id))
  return (
    <FormShell<'splitOrganisation', Values>
      operation="splitOrganisation"
      invalidates={outdated}
      initial={{ childIds: [], employerIds: [] }}
      toInput={({ name, happenedOn, childIds, employerIds, documentNo }) => ({
        organisationId,
        name,
        happenedOn,
        childIds: childIds ?? [],
        employerIds: employerIds ?? [],
        ...entered({ documentNo }),
      })}
      submit={t('splitVerb')}
      onDone={(output) => done(output.organisationId)}
      onCancel={back}
    >
      <FormGroup title={t('identity')}>
        <FormField name="name" label={t('splitName')} need="required">
          <Input maxLength={200} />
        </FormField>
        {children.length > 0 && (
          <FormField name="childIds" label={t('splitChildren')} need="optional">
            <Several options={children.map((node) => ({ value: node.id, label: node.name }))} />
          </FormField>
        )}
        {covered.length > 0 && (
          <FormField name="employerIds" label={t('splitEmployers')} need="optional">
            <Several options={covered.map(({ other }) => ({ value: other.id, label: other.name }))} />
          </FormField>
        )}
      </FormGroup>
      <FormGroup title={t('when')}>
        <WhenAndWhy name="happenedOn" />
      </FormGroup>
      <Alert className="effect" type="info" showIcon icon={<Icon name="info" />} title={t('splitEffect')} />
    </FormShell>
  )
}

function Several({ options, ...field }: { options: { value: string; label: string }[] }) {
  return <Select {...field} mode="multiple" options={options} optionFilterProp="label" allowClear />
}
