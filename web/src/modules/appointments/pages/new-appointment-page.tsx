import '../appointments.css'
import { useNavigate } from '@tanstack/react-router'
import { App, Form, Input, Radio, Select } from 'antd'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup, FormShell } from '../../../kit/form/form-shell.tsx'
import { dayAfter } from '../../../kit/format.ts'
import { useMay, useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { postName } from '../../access/posts.ts'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { HolderSelect } from '../parts/holder-select.tsx'
import { appointmentsChanged } from '../parts/outdated.ts'
import { t } from '../texts.ts'
import { basisName } from '../words.ts'

interface Values {
  personId: string
  post: string
  organisationId: string
  fullTime: 'full' | 'part'
  basis: 'election' | 'document'
  documentNo: string
  startsOn: string
  endsBefore?: string | null
}

/** 登记任职: a person within reach gets a post below one's own. */
export default function NewAppointmentPage() {
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { today, actingAs } = useMe()
  const search = useSearchText()
  const back = () => void navigate({ to: '/appointments' as never, search: {} as never })
  return (
    <Page title={t('newTitle')} note={t('newNote')}>
      <FormShell<'createAppointment', Values>
        operation="createAppointment"
        invalidates={appointmentsChanged}
        initial={{
          startsOn: today,
          fullTime: 'part',
          basis: 'election',
          organisationId: search.organisationId ?? actingAs?.organisationId ?? '',
        }}
        toInput={({ endsBefore, fullTime, ...values }) => ({
          ...values,
          fullTime: fullTime === 'full',
          ...(endsBefore ? { endsBefore: dayAfter(endsBefore) } : {}),
        })}
        submit={t('record')}
        onDone={() => {
          void message.success(t('recorded'))
          back()
        }}
        onCancel={back}
      >
        <WhoAndWhere />
        <WhatAndWhen />
      </FormShell>
    </Page>
  )
}

function WhoAndWhere() {
  const posts = useRead('listAppointablePosts')
  const mayChoose = useMay('organisations.read')
  const { actingAs } = useMe()
  return (
    <FormGroup title={t('whoAndWhere')}>
      <FormField name="personId" label={t('person')} need="required">
        <HolderSelect />
      </FormField>
      <FormField name="post" label={t('post')} need="required">
        <Select
          placeholder={t('choosePost')}
          loading={posts.isPending}
          options={(posts.data?.items ?? []).map(({ post }) => ({ value: post, label: postName(post) }))}
        />
      </FormField>
      <FormField name="organisationId" label={t('organisation')} need="required">
        {mayChoose ? (
          <OrganisationSelect />
        ) : (
          // The security administrator sees no organisations: the posts given from here stand at the federation itself.
          <Select
            options={actingAs ? [{ value: actingAs.organisationId, label: actingAs.organisationName }] : []}
          />
        )}
      </FormField>
      <FormField name="fullTime" label={t('kind')} need="required">
        <Radio.Group
          options={[
            { value: 'full', label: t('fullTime') },
            { value: 'part', label: t('partTime') },
          ]}
        />
      </FormField>
    </FormGroup>
  )
}

function WhatAndWhen() {
  const basis = Form.useWatch<Values['basis']>('basis')
  return (
    <FormGroup title={t('whatAndWhen')}>
      <FormField name="basis" label={t('basis')} need="required">
        <Radio.Group
          options={(['election', 'document'] as const).map((value) => ({ value, label: basisName(value) }))}
        />
      </FormField>
      <FormField name="documentNo" label={t('documentNo')} need="required" hint={t('documentHint')}>
        <Input maxLength={100} />
      </FormField>
      <FormField name="startsOn" label={t('firstDay')} need="required">
        <DateField />
      </FormField>
      <FormField
        name="endsBefore"
        label={t('lastDay')}
        need={basis === 'document' ? 'optional' : 'required'}
        hint={t('lastDayHint')}
      >
        <DateField />
      </FormField>
    </FormGroup>
  )
}
