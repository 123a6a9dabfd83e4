import '../seals.css'
import type { ReportTemplateRow } from '#contract/reports-templates.ts'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { FileDrop } from '../../../kit/form/file-drop.tsx'
import { formatInstant, formatNumber } from '../../../kit/format.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { Dialog } from '../../people/parts/dialog.tsx'
import { w } from '../template-texts.ts'

/** Forms of superiors that are filled every year. */
export default function TemplatesPage() {
  const [adding, setAdding] = useState(false)
  return (
    <>
      <ListPage
        title={w('title')}
        operation="listReportTemplates"
        columns={columns()}
        rowId={(row) => row.id}
        empty={{ title: w('emptyTitle'), hint: w('emptyHint') }}
        actions={
          <Button type="primary" onClick={() => setAdding(true)}>
            {w('newTitle')}
          </Button>
        }
      />
      {adding && <NewTemplate onClose={() => setAdding(false)} />}
    </>
  )
}

function NewTemplate({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const [name, setName] = useState('')
  return (
    <Dialog title={w('newTitle')} onClose={onClose}>
      <p className="dialog-note">{w('note')}</p>
      <label className="template-name">
        {w('name')}
        <Input maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <FileDrop
        operation="createReportTemplate"
        input={{ name: name.trim() }}
        accept=".xlsx"
        hint={w('uploadHint')}
        why={name.trim() === '' ? w('nameFirst') : undefined}
        onDone={({ id }) => void navigate({ to: `/reports/templates/${id}` as never })}
      />
    </Dialog>
  )
}

function columns(): Column<ReportTemplateRow>[] {
  return [
    {
      key: 'name',
      title: w('name'),
      render: (row) => <Link to={`/reports/templates/${row.id}` as never}>{row.name}</Link>,
    },
    { key: 'file', title: w('file'), render: (row) => row.fileName },
    {
      key: 'cells',
      title: w('cells'),
      width: 90,
      align: 'figures',
      render: (row) => formatNumber(row.cells),
    },
    {
      key: 'fillings',
      title: w('fillings'),
      width: 90,
      align: 'figures',
      render: (row) => formatNumber(row.fillings),
    },
    { key: 'at', title: w('uploadedAt'), width: 190, render: (row) => formatInstant(row.uploadedAt) },
  ]
}
