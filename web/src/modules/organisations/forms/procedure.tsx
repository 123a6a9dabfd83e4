import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Form, Input, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import type { Organisation } from '#contract/organisation-shapes.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useRead, useReadWhen, type Invalidates } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from './texts.ts'
import '../organisations.css'

/** Reads that any change of organisations puts out of date. */
export const outdated: Invalidates = [
  'listOrganisations',
  'getOrganisation',
  'getOrganisationTree',
  'listOrganisationGaps',
  'listMembers',
  'listInboxTasks',
]

/** The page of a procedure for the organisation of the address; drawn once that is known. */
export function ProcedurePage(props: {
  title: (name: string) => string
  note?: (organisation: Organisation) => ReactNode
  children: (organisation: Organisation) => ReactNode
}) {
  const organisationId = useParam('organisationId')
  const { data, error } = useRead('getOrganisation', { organisationId })
  if (error) return <Alert type="error" showIcon icon={<Icon name="warn" />} title={errorSentence(error)} />
  if (!data || data.id !== organisationId) return <Skeleton active />
  return (
    <Page title={props.title(data.name)} note={props.note?.(data)}>
      {props.children(data)}
    </Page>
  )
}

/** After a procedure: says so and shows the story of the organisation. */
export function useShowStory(): (organisationId: string) => void {
  const navigate = useNavigate()
  const { message } = App.useApp()
  return (organisationId) => {
    void message.success(t('done'))
    void navigate({ to: `/organisations/${organisationId}` as never, search: { tab: 'story' } as never })
  }
}

/** Back to the page of the organisation without doing anything. */
export function useBackTo(organisationId: string): () => void {
  const navigate = useNavigate()
  return () => void navigate({ to: `/organisations/${organisationId}` as never, search: {} as never })
}

/** The day something holds from, and the document that decided it. */
export function WhenAndWhy({ name, label }: { name: string; label?: string }) {
  return (
    <>
      <FormField name={name} label={label ?? t('startsOn')} need="required" hint={t('startsOnHint')}>
        <DateField />
      </FormField>
      <FormField name="documentNo" label={t('documentNo')} need="optional">
        <Input maxLength={100} />
      </FormField>
    </>
  )
}

interface Counts {
  children: number
  below: number
  coverages: number
  members: number
  membersBelow: number
}

/** What the change will concern, counted for the day entered in the form. */
export function Consequences(props: {
  organisationId: string
  dayField: string
  words: (counts: Counts) => string
}) {
  const form = Form.useFormInstance()
  const on = Form.useWatch<string | null | undefined>(props.dayField, form)
  const counts = useReadWhen(on, 'previewTreeChange', { organisationId: props.organisationId, on: on ?? '' })
  if (!on || !counts.data) return null
  return (
    <Alert
      className="effect"
      type="info"
      showIcon
      icon={<Icon name="info" />}
      title={props.words(counts.data)}
    />
  )
}

/** Leaves out what was not entered. */
export function entered<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const kept = Object.entries(values).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  return Object.fromEntries(kept) as never
}
