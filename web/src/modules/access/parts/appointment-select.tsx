import { Select } from 'antd'
import { useEffect, useState } from 'react'
import { useReadWhen } from '../../../kit/query.ts'
import { heldPost } from '../../appointments/words.ts'
import { t } from '../texts.ts'

interface AppointmentSelectProps {
  /** An appointment's id; given by the form. */
  value?: string | null
  onChange?: (appointmentId: string | null) => void
  id?: string
  label?: string
}

const typingPauseMs = 300

/** Chooses somebody's appointment within reach by a part of the holder's name. */
export function AppointmentSelect({ value, onChange, id, label }: AppointmentSelectProps) {
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), typingPauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useReadWhen(true, 'listAppointments', { ...(q === '' ? {} : { q }), limit: 20 })
  const chosen = useReadWhen(value, 'getAppointment', { appointmentId: value ?? '' })
  const options = [...(found.data?.items ?? []), ...(value && chosen.data ? [chosen.data] : [])].map(
    (row) => ({
      value: row.id,
      label: `${row.person.name} · ${heldPost({ post: row.post, acting: row.substitutesFor !== null })} · ${row.organisationName}`,
    }),
  )
  const unique = [...new Map(options.map((option) => [option.value, option])).values()]
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      showSearch
      allowClear
      filterOption={false}
      value={value ?? null}
      placeholder={t('receiverHint')}
      options={unique}
      notFoundContent={null}
      loading={found.isFetching}
      onSearch={setTyped}
      onChange={(next: string | null | undefined) => onChange?.(next ?? null)}
      popupMatchSelectWidth={420}
    />
  )
}
