import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { useReadWhen } from '../../../kit/query.ts'

interface MemberSelectProps {
  /** Both given by the form where it stands in one. */
  value?: string | undefined
  onChange?: (personId: string | undefined) => void
  id?: string
  /** Somebody who cannot be chosen. */
  except?: string
  label: string
  placeholder: string
}

const typingPauseMs = 300

/** Chooses a member within scope by typing name or pinyin. */
export function MemberSelect({ value, onChange, id, except, label, placeholder }: MemberSelectProps) {
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), typingPauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useReadWhen(q, 'listMembers', { q, limit: 20 })
  // Somebody named by the address is not among those found: the name is read.
  const chosen = useReadWhen(value, 'getMember', { personId: value ?? '' })
  const options = (found.data?.items ?? [])
    .filter((row) => row.personId !== except)
    .map((row) => ({
      value: row.personId,
      label: row.name,
      note: [row.unionName, row.mobile].filter(Boolean).join(' · '),
    }))
  if (value && chosen.data && !options.some((option) => option.value === value))
    options.push({ value, label: chosen.data.name, note: chosen.data.mobile ?? '' })
  return (
    <Select
      {...(id && { id })}
      showSearch
      allowClear
      aria-label={label}
      placeholder={placeholder}
      className="member-select"
      filterOption={false}
      value={value ?? null}
      options={options}
      notFoundContent={null}
      loading={found.isFetching}
      optionRender={({ data }) => (
        <span className="member-option">
          <span>{data.label}</span>
          <small>{data.note}</small>
        </span>
      )}
      onSearch={setTyped}
      onChange={(next: string | null | undefined) => onChange?.(next ?? undefined)}
    />
  )
}
