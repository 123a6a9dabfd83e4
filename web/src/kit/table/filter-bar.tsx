import { Button, Checkbox, DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { t } from '../texts.ts'
import type { Density } from './density.ts'
import { DensitySwitch } from './density-switch.tsx'
import type { Filter } from './list-types.ts'

interface FilterBarProps {
  filters: readonly Filter[]
  values: Readonly<Record<string, string>>
  onChange: (name: string, value: string | undefined) => void
  onClear: () => void
  density: Density
  onDensity: (density: Density) => void
}

/** All filters of a list in one row, bound to the address by the list page. */
export function FilterBar({ filters, values, onChange, onClear, density, onDensity }: FilterBarProps) {
  return (
    <search className="filters" aria-label={t('filters')}>
      {filters.map((filter) => (
        <FilterInput
          key={filter.name}
          filter={filter}
          value={values[filter.name]}
          change={(value) => onChange(filter.name, value)}
        />
      ))}
      {Object.keys(values).length > 0 && (
        <Button type="text" onClick={onClear}>
          {t('clearFilters')}
        </Button>
      )}
      <span className="filters-end">
        <DensitySwitch value={density} onChange={onDensity} />
      </span>
    </search>
  )
}

interface FilterInputProps {
  filter: Filter
  value: string | undefined
  change: (value: string | undefined) => void
}

function FilterInput({ filter, value, change }: FilterInputProps) {
  switch (filter.kind) {
    case 'search':
      return (
        <SearchInput label={filter.label} placeholder={filter.placeholder} value={value} change={change} />
      )
    case 'select':
      return (
        <Select
          aria-label={filter.label}
          placeholder={filter.label}
          allowClear
          value={value ?? null}
          options={[...filter.options]}
          onChange={(next) => change(next ?? undefined)}
          popupMatchSelectWidth={false}
          className="filter-select"
        />
      )
    case 'date':
      return (
        <DatePicker
          aria-label={filter.label}
          placeholder={filter.label}
          value={value ? dayjs(value) : null}
          onChange={(day) => change(day ? day.format('YYYY-MM-DD') : undefined)}
        />
      )
    case 'switch':
      return (
        <Checkbox
          checked={value === 'true'}
          onChange={(event) => change(event.target.checked ? 'true' : undefined)}
        >
          {filter.label}
        </Checkbox>
      )
    case 'own':
      return filter.render(value, change)
  }
}

const typingPauseMs = 300

function SearchInput({
  label,
  placeholder,
  value,
  change,
}: { label: string; placeholder: string | undefined } & Omit<FilterInputProps, 'filter'>) {
  const [typed, setTyped] = useState(value ?? '')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // The address may change by itself (back, cleared filters): the input then follows it.
  useEffect(() => setTyped(value ?? ''), [value])
  useEffect(() => () => clearTimeout(timer.current), [])
  const send = (text: string) => {
    clearTimeout(timer.current)
    change(text.trim() || undefined)
  }
  return (
    <Input
      aria-label={label}
      placeholder={placeholder ?? label}
      prefix={<Icon name="search" size={16} />}
      allowClear
      value={typed}
      className="filter-search"
      onChange={(event) => {
        const text = event.target.value
        setTyped(text)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => send(text), typingPauseMs)
      }}
      onPressEnter={() => send(typed)}
    />
  )
}
