import type { Assessment } from '#contract/privacy-records.ts'
import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup, FormShell } from '../../../kit/form/form-shell.tsx'
import { formatDay } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { t } from '../texts.ts'
import { WithAnswer } from './with-answer.tsx'

const occasions = ['sensitive', 'automated', 'sharing', 'publishing'] as const
const conclusions = ['go', 'go_with_measures', 'stop'] as const
type Values = Omit<Assessment, 'id' | 'organisationName' | 'keepUntil'>

/** The register of impact assessments, and the form for a new one. */
export function Assessments() {
  const list = useRead('listAssessments', { limit: 200 })
  const [adding, setAdding] = useState(false)
  if (adding) return <AssessmentForm close={() => setAdding(false)} />
  return (
    <WithAnswer answer={list}>
      {({ items }) => (
        <section className="panel">
          {items.length === 0 && <p className="quiet">{t('noAssessments')}</p>}
          {items.map((one) => (
            <article key={one.id} className="privacy-record">
              <h3>
                {one.subject} <small>{t(one.conclusion)}</small>
              </h3>
              <Facts
                facts={[
                  [t('unit'), one.organisationName],
                  [t('occasion'), t(one.occasion)],
                  [t('necessity'), one.necessity],
                  [t('risks'), one.risks],
                  [t('measures'), one.measures],
                  [t('assessedOn'), formatDay(one.assessedOn)],
                  [t('keepUntil'), formatDay(one.keepUntil)],
                ]}
              />
            </article>
          ))}
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('addAssessment')}
          </Button>
        </section>
      )}
    </WithAnswer>
  )
}

function AssessmentForm({ close }: { close: () => void }) {
  const { actingAs, today } = useMe()
  const { message } = App.useApp()
  return (
    <FormShell
      operation="recordAssessment"
      invalidates={['listAssessments']}
      initial={
        { assessedOn: today, ...(actingAs && { organisationId: actingAs.organisationId }) } as Partial<Values>
      }
      toInput={(values: Values) => values}
      onDone={() => {
        void message.success(t('recorded'))
        close()
      }}
      submit={t('record')}
      onCancel={close}
    >
      <FormGroup title={t('addAssessment')}>
        <FormField name="organisationId" label={t('unit')} need="required">
          <OrganisationSelect />
        </FormField>
        <FormField name="occasion" label={t('occasion')} need="required">
          <Select options={occasions.map((each) => ({ value: each, label: t(each) }))} />
        </FormField>
        <FormField name="subject" label={t('subject')} need="required">
          <Input maxLength={200} />
        </FormField>
        {(['necessity', 'risks', 'measures'] as const).map((name) => (
          <FormField key={name} name={name} label={t(name)} need="required">
            <Input.TextArea rows={3} maxLength={2000} />
          </FormField>
        ))}
        <FormField name="conclusion" label={t('conclusion')} need="required">
          <Select options={conclusions.map((each) => ({ value: each, label: t(each) }))} />
        </FormField>
        <FormField name="assessedOn" label={t('assessedOn')} need="required">
          <DateField />
        </FormField>
      </FormGroup>
    </FormShell>
  )
}
