import type { ReportTemplate, TemplateCell } from '#contract/reports-templates.ts'
import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { measureName } from '../../measures/words.ts'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { w } from '../template-texts.ts'

/** Lines of sheet, cell, figure and whose figure it is; saved as a whole and used again every year. */
export function MappingForm({ template }: { template: ReportTemplate }) {
  const { message } = App.useApp()
  const catalogue = useRead('listMeasures')
  const save = useAct('saveTemplateMapping', { invalidates: ['getReportTemplate', 'listReportTemplates'] })
  const empty: TemplateCell = { sheet: template.sheets[0]?.name ?? '', target: '', measure: 'members' }
  const [lines, setLines] = useState<readonly TemplateCell[]>(
    template.mapping.length > 0 ? template.mapping : [empty],
  )
  const change = (index: number, part: Partial<TemplateCell>) =>
    setLines(lines.map((line, at) => (at === index ? { ...line, ...part } : line)))
  const options = (catalogue.data?.items ?? []).map((each) => ({
    value: each.name,
    label: measureName(each),
  }))
  return (
    <>
      <ul className="template-lines">
        {lines.map((line, index) => (
          <li key={index}>
            <Select
              aria-label={w('sheet')}
              value={line.sheet}
              options={template.sheets.map(({ name }) => ({ value: name, label: name }))}
              onChange={(sheet) => change(index, { sheet })}
            />
            <Input
              aria-label={w('target')}
              placeholder={w('target')}
              value={line.target}
              onChange={(event) => change(index, { target: event.target.value.trim().toUpperCase() })}
            />
            <Select
              aria-label={w('measure')}
              showSearch={{ optionFilterProp: 'label' }}
              value={line.measure}
              options={options}
              onChange={(measure) => change(index, { measure })}
            />
            <OrganisationSelect
              label={w('whose')}
              placeholder={w('ownUnit')}
              value={line.organisationId ?? null}
              onChange={(id: string | undefined) =>
                setLines(lines.map((each, at) => (at === index ? ofOrganisation(each, id) : each)))
              }
            />
            <Button
              aria-label={`${w('remove')} ${index + 1}`}
              onClick={() => setLines(lines.filter((_, at) => at !== index))}
            >
              {w('remove')}
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={() => setLines([...lines, empty])}>{w('add')}</Button>{' '}
      <Button
        type="primary"
        loading={save.isPending}
        disabled={lines.length === 0}
        onClick={() =>
          save.mutate(
            { templateId: template.id, cells: [...lines] },
            {
              onSuccess: () => void message.success(w('saved')),
              onError: (error) => void message.error(errorSentence(error), 8),
            },
          )
        }
      >
        {w('save')}
      </Button>
    </>
  )
}

/** A line with another organisation; without one it is that of the form. */
function ofOrganisation(
  { organisationId: _before, ...line }: TemplateCell,
  organisationId: string | undefined,
): TemplateCell {
  return organisationId === undefined ? line : { ...line, organisationId }
}
