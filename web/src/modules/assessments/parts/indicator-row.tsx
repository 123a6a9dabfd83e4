import { Button, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { indicatorSources, type Indicator, type SubjectKind } from '#contract/assessments-schemes.ts'
import { language } from '../../../i18n/language.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../scheme-texts.ts'
import { indicatorName, sourceName } from '../words.ts'

interface IndicatorRowProps {
  indicator: Indicator
  subject: SubjectKind | undefined
  change: (values: Partial<Indicator>) => void
  remove: () => void
}

/** One indicator of a scheme as a row of fields; what is counted and its target stand only where it is counted. */
export function IndicatorRow({ indicator, subject, change, remove }: IndicatorRowProps) {
  const isCounted = indicator.source === 'counted'
  const counters = subject?.counters ?? []
  const setSource = (source: Indicator['source']) =>
    change(
      source === 'counted'
        ? { source, counter: counters[0]?.name ?? null, target: 1 }
        : { source, counter: null, target: null },
    )
  return (
    <div className="scheme-row">
      <Cell label={t('titleZh')}>
        <Input
          value={indicator.titleZh}
          maxLength={40}
          onChange={(event) => change({ titleZh: event.target.value })}
        />
      </Cell>
      <Cell label={t('titleEn')}>
        <Input
          value={indicator.titleEn}
          maxLength={80}
          onChange={(event) => change({ titleEn: event.target.value })}
        />
      </Cell>
      <Cell label={t('source')}>
        <Select
          value={indicator.source}
          options={indicatorSources.map((value) => ({ value, label: sourceName(value) }))}
          onChange={setSource}
        />
      </Cell>
      <Cell label={t('weight')}>
        <InputNumber
          min={0}
          max={100}
          precision={0}
          value={indicator.weight}
          onChange={(weight) => change({ weight: weight ?? 0, ...((weight ?? 0) > 0 && { extra: 0 }) })}
        />
      </Cell>
      <Cell label={t('extra')}>
        <InputNumber
          min={0}
          max={10}
          step={0.5}
          value={indicator.extra / 100}
          onChange={(extra) =>
            change({ extra: Math.round((extra ?? 0) * 100), ...((extra ?? 0) > 0 && { weight: 0 }) })
          }
        />
      </Cell>
      <Cell label={t('counter')}>
        <Select
          disabled={!isCounted}
          value={indicator.counter}
          placeholder="—"
          options={counters.map((each) => ({
            value: each.name,
            label: language() === 'zh' ? `${each.zh}（${each.unitZh}）` : `${each.en} (${each.unitEn})`,
          }))}
          onChange={(counter) => change({ counter })}
        />
      </Cell>
      <Cell label={t('target')}>
        <InputNumber
          disabled={!isCounted}
          min={1}
          max={100_000}
          precision={0}
          value={indicator.target}
          onChange={(target) => change({ target })}
        />
      </Cell>
      <Cell label={t('missing')}>
        <Select
          value={indicator.missing}
          options={(['left_out', 'needed'] as const).map((value) => ({ value, label: t(value) }))}
          onChange={(missing) => change({ missing })}
        />
      </Cell>
      <Button
        type="text"
        icon={<Icon name="close" size={16} />}
        aria-label={t('remove', { name: indicatorName(indicator) || indicator.code })}
        onClick={remove}
      />
    </div>
  )
}

function Cell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label>
      {label}
      {children}
    </label>
  )
}
