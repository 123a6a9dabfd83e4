import { App, Input } from 'antd'
import type { SeriesFile } from '#contract/events-series.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { Dialog } from '../../people/parts/dialog.tsx'
import { t } from '../series-texts.ts'

/** Renames a series, or says when it ends. */
export function SeriesDialog({ series, onClose }: { series: SeriesFile; onClose: () => void }) {
  const { message } = App.useApp()
  return (
    <Dialog title={t('change')} onClose={onClose}>
      <FormShell<'updateEventSeries', { name: string; endsBefore?: string | null }>
        operation="updateEventSeries"
        invalidates={['getEventSeries', 'listEventSeries']}
        initial={{ name: series.name, endsBefore: series.endsBefore }}
        toInput={({ name, endsBefore }) => ({
          seriesId: series.id,
          name,
          endsBefore: endsBefore ?? null,
        })}
        onDone={() => {
          void message.success(t('saved'))
          onClose()
        }}
        submit={t('save')}
        onCancel={onClose}
      >
        <FormField name="name" label={t('name')} need="required">
          <Input maxLength={80} />
        </FormField>
        <FormField name="endsBefore" label={t('endsBefore')} need="optional" hint={t('endsHint')}>
          <DateField />
        </FormField>
      </FormShell>
    </Dialog>
  )
}
