import '../appointments.css'
import { Select } from 'antd'
import { useEffect, useState } from 'react'
import type { Output } from '../../../kit/call.ts'
import { useMay } from '../../../kit/me.ts'
import { useReadWhen } from '../../../kit/query.ts'
import { postName } from '../../access/posts.ts'
import { t } from '../texts.ts'

interface HolderSelectProps {
  /** A person's id; given by the form. */
  value?: string | null
  onChange?: (personId: string | null) => void
  id?: string
}

const typingPauseMs = 300

/** Chooses a person by a part of the name: those who hold a post within reach, and members whose files one may read. */
export function HolderSelect({ value, onChange, id }: HolderSelectProps) {
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), typingPauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const holders = useReadWhen(q, 'listAppointmentCandidates', { q })
  const mayRead = useMay('people.read')
  const members = useReadWhen(q && mayRead, 'listMembers', { q, limit: 20 })
  const options = optionsOf(holders.data?.items ?? [], members.data?.items ?? [])
  const [known, setKnown] = useState<Option>()
  if (known && known.value === value && !options.has(known.value)) options.set(known.value, known)
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      showSearch
      allowClear
      filterOption={false}
      value={value ?? null}
      placeholder={t('personHint')}
      options={[...options.values()]}
      notFoundContent={null}
      loading={holders.isFetching || members.isFetching}
      optionRender={({ data }) => (
        <span className="holder-option">
          {data.label}
          <small>{data.note}</small>
        </span>
      )}
      onSearch={setTyped}
      onChange={(next: string | null | undefined) => {
        setKnown(next ? options.get(next) : undefined)
        onChange?.(next ?? null)
      }}
    />
  )
}

interface Option {
  value: string
  label: string
  note: string
}

/** Each person once; what is known of a post says more than the union. */
function optionsOf(
  holders: Output<'listAppointmentCandidates'>['items'],
  members: Output<'listMembers'>['items'],
): Map<string, Option> {
  const options = new Map<string, Option>()
  for (const { personId, name, unionName } of members)
    options.set(personId, { value: personId, label: name, note: unionName })
  for (const { personId, name, post, organisationName } of holders) {
    const note = post === null ? '' : `${organisationName ?? ''} · ${postName(post)}`
    options.set(personId, { value: personId, label: name, note })
  }
  return options
}
