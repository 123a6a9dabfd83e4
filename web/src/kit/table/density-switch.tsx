import { Segmented } from 'antd'
import { t } from '../texts.ts'
import type { Density } from './density.ts'

/** Switches the row height of all lists. */
export function DensitySwitch({ value, onChange }: { value: Density; onChange: (value: Density) => void }) {
  return (
    <Segmented
      size="small"
      aria-label={t('density')}
      value={value}
      options={[
        { value: 'roomy', label: t('roomy') },
        { value: 'dense', label: t('dense') },
      ]}
      onChange={onChange}
    />
  )
}
