import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Select } from 'antd'
import { language } from '../../../i18n/language.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup, FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useRead } from '../../../kit/query.ts'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { MemberSelect } from '../../people/parts/member-select.tsx'
import { honoursChanged } from '../honours-changed.ts'
import { formatAside } from '../../../kit/format.ts'
import { t } from '../texts.ts'

interface Values {
  organisationId: string
  title: string
  holderPersonId?: string
  holderOrganisationId?: string
  deed: string
  documentNo: string
  grantedOn: string
  expiresOn?: string | null
}

/** 授予荣誉. */
export default function NewHonourPage() {
  const navigate = useNavigate()
  const { actingAs } = useMe()
  return (
    <Page title={t('confer')} note={t('note')}>
      <FormShell<'conferHonour', Values>
        operation="conferHonour"
        invalidates={honoursChanged}
        initial={actingAs ? { organisationId: actingAs.organisationId } : {}}
        toInput={(values) => values}
        submit={t('confer')}
        onDone={({ id }) => void navigate({ to: '/honours' as never, search: { open: id } as never })}
      >
        <Fields />
      </FormShell>
    </Page>
  )
}

function Fields() {
  const titles = useRead('listHonourTitles').data?.items ?? []
  const chosen = Form.useWatch<string | undefined>('title')
  const isForUnits = titles.find(({ code }) => code === chosen)?.holder === 'organisation'
  return (
    <FormGroup title={t('confer')}>
      <FormField name="title" label={t('which')} need="required">
        <Select
          options={titles.map((each) => ({
            value: each.code,
            label: `${each[language()]}${formatAside(each.holder === 'person' ? t('person') : t('organisation'))}`,
          }))}
        />
      </FormField>
      {isForUnits ? (
        <FormField name="holderOrganisationId" label={t('holder')} need="required">
          <OrganisationSelect label={t('holder')} />
        </FormField>
      ) : (
        <FormField name="holderPersonId" label={t('holder')} need="required">
          <MemberSelect label={t('holder')} placeholder={t('findMember')} />
        </FormField>
      )}
      <FormField name="deed" label={t('deed')} need="required">
        <Input.TextArea rows={3} maxLength={500} />
      </FormField>
      <FormField name="documentNo" label={t('documentNo')} need="required">
        <Input maxLength={80} />
      </FormField>
      <FormField name="grantedOn" label={t('grantedOn')} need="required">
        <DateField />
      </FormField>
      <FormField name="expiresOn" label={t('expiresOn')} need="optional">
        <DateField />
      </FormField>
      <FormField name="organisationId" label={t('by')} need="required">
        <OrganisationSelect label={t('by')} />
      </FormField>
    </FormGroup>
  )
}
