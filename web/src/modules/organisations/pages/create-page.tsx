import { Form, Select } from 'antd'
import type { OrganisationKind } from '#contract/organisation-shapes.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup, FormShell } from '../../../kit/form/form-shell.tsx'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { entered, outdated, useShowStory, WhenAndWhy } from '../forms/procedure.tsx'
import { ProfileFields, type ProfileValues } from '../forms/profile-fields.tsx'
import { t } from '../forms/texts.ts'
import { OrganisationSelect } from '../parts/organisation-select.tsx'
import { t as common } from '../texts.ts'
import { kindOptions, twoNewOptions, unionTypeOptions } from '../words.ts'

type Values = ProfileValues & {
  kind: OrganisationKind
  unionType?: 'single' | 'joint' | 'organiser_only'
  twoNewType?: 'new_economic' | 'new_social'
  parentId: string
  startsOn: string
  documentNo?: string
}

/** 新建组织: one organisation by hand; registers come by import. */
export default function CreatePage() {
  const { parentId } = useSearchText()
  const done = useShowStory()
  return (
    <Page title={t('createTitle')}>
      <FormShell<'createOrganisation', Values>
        operation="createOrganisation"
        invalidates={outdated}
        initial={parentId ? { parentId } : {}}
        toInput={({ name, kind, parentId: under, startsOn, ...rest }) => ({
          name,
          kind,
          parentId: under,
          startsOn,
          ...entered(rest),
        })}
        submit={t('createVerb')}
        onDone={({ organisationId }) => done(organisationId)}
      >
        <FormGroup title={common('kind')}>
          <FormField name="kind" label={common('kind')} need="required">
            <Select options={kindOptions()} />
          </FormField>
          <Types />
          <FormField name="parentId" label={common('parent')} need="required">
            <OrganisationSelect label={common('parent')} />
          </FormField>
        </FormGroup>
        <ProfileFields />
        <FormGroup title={t('when')}>
          <WhenAndWhy name="startsOn" />
        </FormGroup>
      </FormShell>
    </Page>
  )
}

function Types() {
  const kind = Form.useWatch<OrganisationKind | undefined>('kind', Form.useFormInstance())
  if (kind === 'basic_union')
    return (
      <FormField name="unionType" label={common('unionType')} need="optional">
        <Select allowClear options={unionTypeOptions()} />
      </FormField>
    )
  if (kind === 'employer')
    return (
      <FormField name="twoNewType" label={common('twoNew')} need="optional">
        <Select allowClear options={twoNewOptions()} />
      </FormField>
    )
  return null
}
