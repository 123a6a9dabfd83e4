import '../seals.css'
import type { ReportTemplate } from '#contract/reports-templates.ts'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { FillForm } from '../parts/fill-form.tsx'
import { MappingForm } from '../parts/mapping-form.tsx'
import { w } from '../template-texts.ts'

/** A superior's form: what it looks like, which figure goes where, and the reports it was filled with. */
export default function TemplatePage() {
  const templateId = useParam('templateId')
  const template = useRead('getReportTemplate', { templateId })
  return (
    <Page
      title={template.data?.name ?? w('title')}
      note={template.data?.fileName}
      actions={<Link to={'/reports/templates' as never}>{w('back')}</Link>}
    >
      {template.isPending && <Skeleton active />}
      {template.error && <p className="problem">{errorSentence(template.error)}</p>}
      {template.data && <Template template={template.data} />}
    </Page>
  )
}

function Template({ template }: { template: ReportTemplate }) {
  return (
    <div className="sealed-sheet">
      <section className="panel">
        <h2>{w('mapping')}</h2>
        <p className="quiet">{w('mappingHint')}</p>
        <MappingForm key={template.mapping.length} template={template} />
      </section>
      <section className="panel">
        <h2>{w('fillTitle')}</h2>
        {template.mapping.length === 0 ? (
          <p className="quiet">{w('mapFirst')}</p>
        ) : (
          <FillForm template={template} />
        )}
      </section>
      {template.fillings.length > 0 && (
        <section className="panel">
          <h2>{w('filled')}</h2>
          <ul className="sealed-versions">
            {template.fillings.map(({ reportId, title, filledAt }) => (
              <li key={reportId}>
                <Link to={`/reports/${reportId}` as never}>{title}</Link> {formatInstant(filledAt)}{' '}
                <DownloadButton
                  operation="downloadFilledTemplate"
                  input={() => Promise.resolve({ reportId })}
                  label={w('download')}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="panel">
        <h2>{w('preview')}</h2>
        {template.sheets.map((sheet) => (
          <Sheet key={sheet.name} sheet={sheet} />
        ))}
      </section>
    </div>
  )
}

const shownRows = 30

/** The first rows of a sheet, with the letters and numbers a mapping is written in. */
function Sheet({ sheet }: { sheet: ReportTemplate['sheets'][number] }) {
  const columns = Array.from({ length: Math.min(sheet.lastColumn, 12) }, (_, index) => index)
  return (
    <div className="template-sheet" role="region" aria-label={sheet.name} tabIndex={0}>
      <table className="sealed-table">
        <caption>{sheet.name}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {String.fromCharCode(65 + column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.slice(0, shownRows).map(({ row, texts }) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {columns.map((column) => (
                <td key={column}>{texts[column] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
