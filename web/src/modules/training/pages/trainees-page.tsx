import type { Trainee } from '#contract/training.ts'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { useParam } from '../../../kit/params.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { t } from '../texts.ts'

/** Who came to a course, with class hours and certificate. */
export default function TraineesPage() {
  const courseId = useParam('courseId')
  return (
    <ListPage
      title={t('trainees')}
      operation="listTrainees"
      fixed={{ courseId }}
      columns={columns()}
      rowId={(row) => `${row.personName} ${row.organisationName} ${row.certificateId ?? ''}`}
      empty={{ title: t('noTrainees'), hint: t('noTraineesHint') }}
    />
  )
}

function columns(): Column<Trainee>[] {
  return [
    { key: 'name', title: t('name'), width: 140, render: (row) => row.personName },
    { key: 'unit', title: t('unit'), render: (row) => row.organisationName || '—' },
    { key: 'times', title: t('times'), width: 110, align: 'figures', render: (row) => row.sessions },
    { key: 'hours', title: t('hours'), width: 110, align: 'figures', render: (row) => row.classHours },
    {
      key: 'certificate',
      title: t('certificate'),
      width: 240,
      render: ({ certificateId, certificateNumber }) =>
        certificateId === null ? (
          <span className="quiet">{t('notYet')}</span>
        ) : (
          <DownloadButton
            operation="downloadTrainingCertificate"
            input={() => Promise.resolve({ certificateId })}
            label={t('download', { number: certificateNumber ?? '' })}
          />
        ),
    },
  ]
}
