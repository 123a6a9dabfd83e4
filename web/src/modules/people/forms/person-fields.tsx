import { Input, Select } from 'antd'
import { documentKinds } from '#contract/people-records.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { t } from '../file-texts.ts'
import { listedOptions, type WordList } from '../record-words.ts'
import { documentKindName, sexName } from '../words.ts'
import type { PersonValues } from './person-values.ts'

/** The fields of what is known of a person, the numbers apart; `onRecord` keeps values a roster wrote in other words choosable. */
export function PersonFields({ onRecord }: { onRecord?: Partial<PersonValues> }) {
  const list = (name: WordList, label: string) => (
    <FormField name={name} label={label} need="optional">
      <Select allowClear options={listedOptions(name, onRecord?.[name] ?? null)} />
    </FormField>
  )
  return (
    <>
      <FormField name="name" label={t('name')} need="required" rules={[{ whitespace: true, message: '' }]}>
        <Input maxLength={60} autoComplete="off" />
      </FormField>
      <FormField name="sex" label={t('sex')} need="optional">
        <Select
          allowClear
          options={(['male', 'female'] as const).map((value) => ({ value, label: sexName(value) }))}
        />
      </FormField>
      <FormField name="birthDate" label={t('born')} need="optional">
        <DateField />
      </FormField>
      <FormField name="ethnicGroup" label={t('ethnicGroup')} need="optional">
        <Input maxLength={100} />
      </FormField>
      {list('politicalAffiliation', t('political'))}
      {list('educationLevel', t('education'))}
      {list('householdType', t('household'))}
      <FormField name="migrantWorker" label={t('migrant')} need="optional">
        <Select
          allowClear
          options={[
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]}
        />
      </FormField>
    </>
  )
}

/** Document and mobile; on a form of changes the hints name the masked numbers on record. */
export function NumberFields({ document, mobile }: { document?: string | null; mobile?: string | null }) {
  const present = (number: string | null | undefined) =>
    number ? { hint: t('presentNumber', { number }) } : {}
  return (
    <>
      <FormField name="documentKind" label={t('documentKind')} need="optional">
        <Select options={documentKinds.map((value) => ({ value, label: documentKindName(value) }))} />
      </FormField>
      <FormField name="documentNumber" label={t('documentNumber')} need="optional" {...present(document)}>
        <Input maxLength={40} autoComplete="off" />
      </FormField>
      <FormField name="mobile" label={t('mobile')} need="optional" {...present(mobile)}>
        <Input maxLength={30} inputMode="tel" autoComplete="off" />
      </FormField>
    </>
  )
}
